/**
 * Invented messages and activities as StockTwits' Firestream has them, and who and what they are
 * about.
 */
package io.stockpile.bench.data.stocktwits;

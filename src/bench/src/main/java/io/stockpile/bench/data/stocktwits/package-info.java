/**
 * Invents messages and activities as StockTwits' Firestream sends them, with their users and
 * symbols.
 */
package io.stockpile.bench.data.stocktwits;

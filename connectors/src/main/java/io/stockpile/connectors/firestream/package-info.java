/**
 * Fetches StockTwits Firestream's daily backup files, checks them, and lands them in a store byte
 * for byte.
 */
package io.stockpile.connectors.firestream;

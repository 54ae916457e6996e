/**
 * StockTwits Firestream's daily backup files: fetched or imported, proven, and landed in a store
 * exactly as they are.
 */
package io.stockpile.connectors.firestream;

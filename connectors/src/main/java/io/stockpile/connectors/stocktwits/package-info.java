/** The StockTwits REST API: what it offers to read, and one request with its answer. */
package io.stockpile.connectors.stocktwits;

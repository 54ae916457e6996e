/** StockTwits' REST API as a source: what a run has to ask for, and its sweeps as units. */
package io.stockpile.pipeline.sources.stocktwits;

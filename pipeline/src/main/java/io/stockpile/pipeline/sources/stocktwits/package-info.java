/** The source StockTwits' REST API: the job, the plan of sweeps, the landing and the guide. */
package io.stockpile.pipeline.sources.stocktwits;

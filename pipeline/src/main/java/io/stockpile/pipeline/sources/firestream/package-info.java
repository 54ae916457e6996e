/** Firestream's backup files as units: the job, the landing, the forecast. */
package io.stockpile.pipeline.sources.firestream;

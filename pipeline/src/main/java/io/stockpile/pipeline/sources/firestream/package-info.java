/** The source of Firestream's backup files: the job, the landing, the guide. */
package io.stockpile.pipeline.sources.firestream;

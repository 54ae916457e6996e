/** Writes staged Parquet files and reads stored ones. */
package io.stockpile.pipeline.parquet;

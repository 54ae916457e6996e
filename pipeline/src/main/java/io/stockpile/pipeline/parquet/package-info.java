/** Parquet files, pending or stored. */
package io.stockpile.pipeline.parquet;

/** Rows of Beam with the schemas of the tables, made from records and from Parquet files. */
package io.stockpile.pipeline.rows;

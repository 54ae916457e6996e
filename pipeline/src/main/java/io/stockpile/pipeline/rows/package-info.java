/** Rows of Beam, with schemas that are the tables' own: from records, and from Parquet files. */
package io.stockpile.pipeline.rows;

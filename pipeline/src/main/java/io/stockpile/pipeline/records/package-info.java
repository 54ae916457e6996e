/** Decides which kind of record a line is, and whether the same record came before. */
package io.stockpile.pipeline.records;

/** Decides which kind of record a line is, and so which table takes it. */
package io.stockpile.pipeline.records;

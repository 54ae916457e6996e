/** Remembers the records of a unit, to find those that came before. */
package io.stockpile.pipeline.records.seen;

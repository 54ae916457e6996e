/**
 * From the landed bytes of one unit to pending table files: lines, records, rows, and a count for
 * every line.
 */
package io.stockpile.pipeline.derive;

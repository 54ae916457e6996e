/** From lines to rows to pending table files, with a count for every line. */
package io.stockpile.pipeline.derive;

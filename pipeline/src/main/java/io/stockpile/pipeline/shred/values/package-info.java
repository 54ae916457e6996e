/** One JSON value as one column entry. */
package io.stockpile.pipeline.shred.values;

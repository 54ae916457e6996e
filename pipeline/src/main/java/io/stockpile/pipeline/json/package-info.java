/**
 * A strict JSON scanner over the bytes of one line, and the shredder that takes a record apart into
 * the columns of its table without building anything in between.
 */
package io.stockpile.pipeline.json;

/** A strict JSON scanner over the bytes of one line. */
package io.stockpile.pipeline.json;

/** A JSON record taken apart into column entries, without building anything in between. */
package io.stockpile.pipeline.shred;

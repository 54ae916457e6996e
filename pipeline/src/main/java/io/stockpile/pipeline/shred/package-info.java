/** Splits a JSON record into column entries without building a tree in between. */
package io.stockpile.pipeline.shred;

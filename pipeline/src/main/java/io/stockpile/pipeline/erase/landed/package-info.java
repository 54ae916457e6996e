/** Copies landed objects without what was erased; all other lines stay byte for byte. */
package io.stockpile.pipeline.erase.landed;

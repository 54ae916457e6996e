/** Landed objects without what was erased, line for line as they were. */
package io.stockpile.pipeline.erase.landed;

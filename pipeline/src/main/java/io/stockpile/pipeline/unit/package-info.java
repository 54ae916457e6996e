/** The way of one unit: land, derive, commit. Knows nothing of Beam. */
package io.stockpile.pipeline.unit;

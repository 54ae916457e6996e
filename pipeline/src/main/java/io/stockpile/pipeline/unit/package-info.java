/** Lands, derives and commits one unit, and defines what a source must implement. Without Beam. */
package io.stockpile.pipeline.unit;

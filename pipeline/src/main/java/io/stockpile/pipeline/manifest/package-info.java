/** The proof of a unit, as values and as JSON. */
package io.stockpile.pipeline.manifest;

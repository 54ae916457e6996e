/** Builds the tables of one unit, from its landed objects or while these are landed. */
package io.stockpile.pipeline.build;

/** The tables of one unit, built from its landed objects or along with their landing. */
package io.stockpile.pipeline.build;

/**
 * The parts that invented records are made of: random numbers from a seed, words, and JSON text.
 */
package io.stockpile.bench.data.parts;

/** What invented records are made of: draws that a seed decides, words, and JSON text. */
package io.stockpile.bench.data.parts;

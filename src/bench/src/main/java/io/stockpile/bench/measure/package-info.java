/** Measures whole processes on Linux. */
package io.stockpile.bench.measure;

/**
 * Generates the synthetic data sets that the benchmark runs on. Members, sizes and frequencies are
 * those of real records as far as they are known; all names, texts and numbers are invented.
 */
package io.stockpile.bench.data;

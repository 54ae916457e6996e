/**
 * Synthetic data sets: what the benchmark runs on. They have the members, sizes and frequencies of
 * real records as far as these are known; every name, text and number in them is invented.
 */
package io.stockpile.bench.data;

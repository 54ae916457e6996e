/**
 * Synthetic message files: what the benchmark runs on. They have the members, sizes and frequencies
 * of partner-level messages; every name, text and number in them is invented.
 */
package io.stockpile.bench.data;

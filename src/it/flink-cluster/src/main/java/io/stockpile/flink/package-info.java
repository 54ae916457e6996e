/** Flink clusters of real processes, started from Flink's own jars, for tests and measurements. */
package io.stockpile.flink;

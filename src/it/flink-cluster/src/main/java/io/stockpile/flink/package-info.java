/** Clusters of Flink's own jars, for tests and measurements: each process of one is a process. */
package io.stockpile.flink;

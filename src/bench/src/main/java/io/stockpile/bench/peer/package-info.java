/** The same work done by DuckDB, and the comparison of the outputs. */
package io.stockpile.bench.peer;

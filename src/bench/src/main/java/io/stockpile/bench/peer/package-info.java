/** The same work done by DuckDB, and the comparison of what was made. */
package io.stockpile.bench.peer;

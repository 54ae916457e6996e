/** Stores for tests: one in memory, and one whose calls fail or block as a script says. */
package io.stockpile.connectors.testing;

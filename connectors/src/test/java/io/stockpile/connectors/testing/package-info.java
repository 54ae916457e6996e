/** Stores for tests: one in memory, and one whose calls fail or stand still as a script says. */
package io.stockpile.connectors.testing;

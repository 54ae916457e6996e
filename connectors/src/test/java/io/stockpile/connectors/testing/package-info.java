/**
 * Helpers that tests of several packages use: a store in memory, a store whose calls fail or block
 * as a script says, a server on loopback.
 */
package io.stockpile.connectors.testing;

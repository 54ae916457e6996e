/** Counts the requests of an account in the archive, for all processes that use it. */
package io.stockpile.connectors.budget;

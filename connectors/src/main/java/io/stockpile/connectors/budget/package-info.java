/** Requests of an account, counted in the archive, for all processes that use it. */
package io.stockpile.connectors.budget;

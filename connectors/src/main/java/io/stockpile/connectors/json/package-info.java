/** The JSON of the archive's own bookkeeping, and JSON in messages for people. */
package io.stockpile.connectors.json;

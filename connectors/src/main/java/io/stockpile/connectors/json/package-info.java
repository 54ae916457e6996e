/** Reads and writes the JSON files of the archive's bookkeeping. */
package io.stockpile.connectors.json;

/**
 * Recognises by its first bytes how a file is compressed, and decompresses it strictly to its end.
 */
package io.stockpile.connectors.codec;

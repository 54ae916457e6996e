/** How files are compressed: told by their first bytes, decoded strictly to their end. */
package io.stockpile.connectors.codec;

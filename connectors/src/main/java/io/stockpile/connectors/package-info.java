/** What a unit is, how minutes are written, how bytes are counted and hashed. */
package io.stockpile.connectors;

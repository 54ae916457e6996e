/**
 * What a unit is, how minutes are written, how numbers are packed, how bytes are counted and
 * hashed.
 */
package io.stockpile.connectors;

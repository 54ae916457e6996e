/** What a unit is, and how minutes are written. */
package io.stockpile.connectors;

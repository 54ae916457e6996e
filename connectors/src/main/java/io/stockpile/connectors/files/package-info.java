/** Imports files that users have kept. */
package io.stockpile.connectors.files;

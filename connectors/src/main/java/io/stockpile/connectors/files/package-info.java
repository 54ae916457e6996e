/** Files that users have kept. */
package io.stockpile.connectors.files;

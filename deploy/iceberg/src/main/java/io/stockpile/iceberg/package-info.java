/** The tables of the archive as tables of Apache Iceberg, in the archive itself or in a catalog. */
package io.stockpile.iceberg;

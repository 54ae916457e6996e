/**
 * Publishes the tables of the archive as tables of Apache Iceberg, in the archive itself or in a
 * catalog of the user.
 */
package io.stockpile.iceberg;

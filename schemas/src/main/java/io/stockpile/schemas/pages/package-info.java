/**
 * What is written from the schema files for people and for query engines: the data dictionary and
 * the table definitions.
 */
package io.stockpile.schemas.pages;

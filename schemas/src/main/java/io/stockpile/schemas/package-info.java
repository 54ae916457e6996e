/** The tables: columns, types, field ids and which member of a record fills which column. */
package io.stockpile.schemas;

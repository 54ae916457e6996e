/** JSON in messages for people. */
package io.stockpile.connectors.json;

/** HTTP as the connectors need it: nothing happens behind one's back, and no secret leaks. */
package io.stockpile.connectors.http;

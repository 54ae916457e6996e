/** One whole object brought under a key of the landing area, with its proof. */
package io.stockpile.connectors.landing;

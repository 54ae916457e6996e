/** HTTP as the connectors need it: no hidden retries or redirects, and no secret in any message. */
package io.stockpile.connectors.http;

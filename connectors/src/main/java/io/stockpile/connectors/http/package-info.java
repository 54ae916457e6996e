/** HTTP without hidden retries or redirects, and without secrets in messages. */
package io.stockpile.connectors.http;

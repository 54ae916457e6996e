/**
 * Where user names, passwords and tokens are, and how they are fetched: variables, files, secret
 * managers.
 */
package io.stockpile.connectors.credentials;

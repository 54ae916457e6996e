/** Chooses the proxy for a request by the settings of the machine. Sends no requests. */
package io.stockpile.connectors.proxy;

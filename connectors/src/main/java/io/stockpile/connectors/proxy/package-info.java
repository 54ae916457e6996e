/** Which proxy a request goes through, by the settings of the machine; no requests of its own. */
package io.stockpile.connectors.proxy;

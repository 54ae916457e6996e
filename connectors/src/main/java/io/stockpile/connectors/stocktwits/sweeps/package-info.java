/**
 * Sweeps: the pages of one stream from some page back, one after the other, each landed whole and
 * once, with all streams of a run sharing one budget of requests.
 */
package io.stockpile.connectors.stocktwits.sweeps;

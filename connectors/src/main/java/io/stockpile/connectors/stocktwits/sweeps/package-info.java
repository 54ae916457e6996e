/**
 * Sweeps: lands consecutive pages of a stream, each whole and once. All streams of a run share one
 * budget of requests.
 */
package io.stockpile.connectors.stocktwits.sweeps;

/** What is asked of the Replay API: streams, spans, minutes. */
package io.stockpile.connectors.replay.units;

/** One request of a Replay range: its bytes, its record, and what a range has of them. */
package io.stockpile.connectors.replay.attempts;

/** The rules that decide what a PowerTrack Replay stream matches. */
package io.stockpile.connectors.rules;

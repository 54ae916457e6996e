/**
 * Gnip's Replay API: every requested minute is landed and accounted for. {@link
 * io.stockpile.connectors.replay.ReplayIO} is the way in for pipelines, {@link
 * io.stockpile.connectors.replay.ReplayLander} the one without Beam.
 */
package io.stockpile.connectors.replay;

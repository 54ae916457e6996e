/**
 * Gnip's Replay API: every requested minute is landed and accounted for. {@link
 * io.stockpile.connectors.replay.ReplayLander} is the way in; pipelines have a transform for it.
 */
package io.stockpile.connectors.replay;

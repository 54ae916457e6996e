/**
 * Gnip's Replay API: lands every requested minute and keeps account of it. {@link
 * io.stockpile.connectors.replay.ReplayLander} is the entry point; for Beam pipelines there is a
 * transform.
 */
package io.stockpile.connectors.replay;

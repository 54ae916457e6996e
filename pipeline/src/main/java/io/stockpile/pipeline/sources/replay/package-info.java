/** Gnip's Replay: spans of streams as units, and the rules of a stream. */
package io.stockpile.pipeline.sources.replay;

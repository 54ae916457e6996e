/**
 * The source Replay: the job, the landing and the guide for spans of streams, and the command
 * {@code rules}.
 */
package io.stockpile.pipeline.sources.replay;

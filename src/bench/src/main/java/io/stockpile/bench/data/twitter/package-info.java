/**
 * Invented tweets in the enriched native format, as Gnip's Replay sends them. Members and their
 * order of size are those of real ones; how often each kind comes is a guess.
 */
package io.stockpile.bench.data.twitter;

/**
 * Invents tweets in the enriched native format, as Gnip's Replay sends them. Their members, and
 * roughly their sizes, are those of real tweets; the share of each kind is a guess.
 */
package io.stockpile.bench.data.twitter;

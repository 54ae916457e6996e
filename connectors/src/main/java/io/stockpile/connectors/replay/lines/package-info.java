/** One line of an answer: what it is, and which minute it belongs to. */
package io.stockpile.connectors.replay.lines;

/** Reads lines from landed bytes on a thread of its own, and proves the bytes meanwhile. */
package io.stockpile.pipeline.lines;

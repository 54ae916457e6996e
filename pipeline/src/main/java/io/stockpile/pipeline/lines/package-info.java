/** From landed bytes to proven lines, on a thread of its own. */
package io.stockpile.pipeline.lines;

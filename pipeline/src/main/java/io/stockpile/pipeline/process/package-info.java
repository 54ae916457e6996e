/** What the process gives to the system and is told by it: its output, and signals. */
package io.stockpile.pipeline.process;

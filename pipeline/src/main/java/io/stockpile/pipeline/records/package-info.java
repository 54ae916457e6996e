/** Which record of which vocabulary a line is, and whether it came before. */
package io.stockpile.pipeline.records;

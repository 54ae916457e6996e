/** What is taken out of one unit, so that it stays gone whatever command builds the unit. */
package io.stockpile.pipeline.erase;

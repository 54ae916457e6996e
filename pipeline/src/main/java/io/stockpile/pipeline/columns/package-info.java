/** Column entries, and how they become encoded pages. */
package io.stockpile.pipeline.columns;

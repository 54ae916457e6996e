/** What one line is without what was erased. */
package io.stockpile.pipeline.erase.text;

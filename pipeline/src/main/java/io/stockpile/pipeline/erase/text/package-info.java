/** Removes from one line what is to be erased. */
package io.stockpile.pipeline.erase.text;

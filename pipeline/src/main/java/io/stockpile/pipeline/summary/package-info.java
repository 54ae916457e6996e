/** Texts for people: about a plan, and about a run that has ended. */
package io.stockpile.pipeline.summary;

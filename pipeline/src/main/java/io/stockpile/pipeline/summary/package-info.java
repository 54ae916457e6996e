/** The texts that are printed about a plan and about a run that has ended. */
package io.stockpile.pipeline.summary;

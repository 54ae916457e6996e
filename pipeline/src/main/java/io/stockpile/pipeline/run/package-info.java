/**
 * One run on a runner: plan the units, submit the job, collect the outcomes from the workers, print
 * the summary.
 */
package io.stockpile.pipeline.run;

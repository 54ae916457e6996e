/** One run on a runner: plan, submit, join what the workers report, say what came out. */
package io.stockpile.pipeline.run;

/** What people are told of a plan, and of a run when it has ended. */
package io.stockpile.pipeline.summary;

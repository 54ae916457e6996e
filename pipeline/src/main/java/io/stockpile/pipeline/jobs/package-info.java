/** Commands that concern no single source. */
package io.stockpile.pipeline.jobs;

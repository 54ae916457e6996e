/** The sources of files that users have: the job, the landing, the guide. */
package io.stockpile.pipeline.sources.files;

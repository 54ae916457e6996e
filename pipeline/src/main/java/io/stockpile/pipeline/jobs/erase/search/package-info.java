/**
 * Looks through units for ids to erase: in table files by statistics, filters and columns, in texts
 * that are kept as JSON, and in landed lines.
 */
package io.stockpile.pipeline.jobs.erase.search;

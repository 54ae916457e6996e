/**
 * A report for people: one HTML page with static pictures, every number of them in a table, and
 * nothing that is fetched from anywhere.
 */
package io.stockpile.pipeline.report.page;

/**
 * A report for people: one HTML page with static pictures. All numbers in the pictures are in
 * tables too, and the page fetches nothing.
 */
package io.stockpile.pipeline.report.page;

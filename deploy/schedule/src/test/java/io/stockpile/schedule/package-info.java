/**
 * Holds the files for schedulers against the schedulers' own rules, and runs what they would run.
 */
package io.stockpile.schedule;

/** Checks the files for schedulers by the schedulers' own rules, and runs the commands in them. */
package io.stockpile.schedule;

/**
 * One class a command: what it does with its arguments, as a Beam pipeline where units are worked
 * on, and the outcome of every unit as a value.
 */
package io.stockpile.pipeline.jobs;

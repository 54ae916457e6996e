/** Turns the texts of options into typed, checked arguments of a job. */
package io.stockpile.pipeline.cli.args;

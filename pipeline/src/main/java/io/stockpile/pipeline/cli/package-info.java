/** The command line: options, arguments, help, exit codes, progress and the entry point. */
package io.stockpile.pipeline.cli;

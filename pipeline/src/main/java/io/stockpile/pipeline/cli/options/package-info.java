/** The option interfaces of the commands, and nothing else. */
package io.stockpile.pipeline.cli.options;

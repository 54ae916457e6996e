/** Options that several commands have. */
package io.stockpile.pipeline.cli.options.shared;

package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.DayOptions;

/** The options of {@code verify}. */
public interface VerifyOptions extends ArchiveOptions, DayOptions {}

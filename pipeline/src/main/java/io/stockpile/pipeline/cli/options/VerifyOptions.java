package io.stockpile.pipeline.cli.options;

/** The options of {@code verify}. */
public interface VerifyOptions extends ArchiveOptions, DayOptions {}

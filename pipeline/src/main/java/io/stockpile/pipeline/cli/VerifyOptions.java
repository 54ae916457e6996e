package io.stockpile.pipeline.cli;

/** The options of {@code verify}. */
public interface VerifyOptions extends ArchiveOptions, DayOptions {}

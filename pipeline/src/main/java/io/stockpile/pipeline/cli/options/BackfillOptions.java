package io.stockpile.pipeline.cli.options;

/** The options of {@code backfill} and {@code plan}. */
public interface BackfillOptions
    extends ArchiveOptions,
        DayOptions,
        FileTypeOptions,
        ExistingOptions,
        DryRunOptions,
        FirestreamOptions,
        DerivingOptions {}

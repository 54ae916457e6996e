package io.stockpile.pipeline.cli.options;

/**
 * The options of {@code derive}. It exists to build again, so that is what it does unless it is
 * told otherwise.
 */
@DefaultsTo(option = "onExisting", value = "replace")
public interface DeriveOptions
    extends ArchiveOptions,
        DayOptions,
        SourceOptions,
        FileTypeOptions,
        ExistingOptions,
        DryRunOptions,
        DerivingOptions {}

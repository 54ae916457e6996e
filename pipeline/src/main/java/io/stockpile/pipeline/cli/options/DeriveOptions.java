package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.DayOptions;
import io.stockpile.pipeline.cli.options.shared.DefaultsTo;
import io.stockpile.pipeline.cli.options.shared.DerivingOptions;
import io.stockpile.pipeline.cli.options.shared.DryRunOptions;
import io.stockpile.pipeline.cli.options.shared.ExistingOptions;
import io.stockpile.pipeline.cli.options.shared.FileTypeOptions;
import io.stockpile.pipeline.cli.options.shared.PublishOptions;
import io.stockpile.pipeline.cli.options.shared.SourceOptions;

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
        PublishOptions,
        DerivingOptions {}

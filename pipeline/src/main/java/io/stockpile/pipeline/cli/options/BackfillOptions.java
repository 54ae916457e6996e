package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.DayOptions;
import io.stockpile.pipeline.cli.options.shared.DerivingOptions;
import io.stockpile.pipeline.cli.options.shared.DryRunOptions;
import io.stockpile.pipeline.cli.options.shared.ExistingOptions;
import io.stockpile.pipeline.cli.options.shared.FileTypeOptions;
import io.stockpile.pipeline.cli.options.shared.FirestreamOptions;
import io.stockpile.pipeline.cli.options.shared.PublishOptions;

/** The options of {@code backfill} and {@code plan}. */
public interface BackfillOptions
    extends ArchiveOptions,
        DayOptions,
        FileTypeOptions,
        ExistingOptions,
        DryRunOptions,
        PublishOptions,
        FirestreamOptions,
        DerivingOptions {}

package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.CatalogOptions;

/** The options of {@code catalog}. */
public interface CatalogCommandOptions extends ArchiveOptions, CatalogOptions {}

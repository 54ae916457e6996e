package io.stockpile.pipeline.jobs;

import io.stockpile.pipeline.inventory.DayRange;
import io.stockpile.pipeline.run.RunArgs;
import io.stockpile.pipeline.unit.SourceCatalog;
import java.util.Optional;

/**
 * What {@code derive} works on.
 *
 * @param sources whose units are built
 * @param days empty for everything that was landed
 */
public record DeriveArgs(RunArgs run, SourceCatalog sources, Optional<DayRange> days) {}

package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.DayRange;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.sources.SourceName;
import java.util.List;
import java.util.Optional;

/**
 * What {@code derive} works on.
 *
 * @param sources whose units are built
 * @param fileTypes which of Firestream's
 * @param days empty for everything that was landed
 */
public record DeriveArgs(
    StoreLocation output,
    List<SourceName> sources,
    List<FileType> fileTypes,
    Optional<DayRange> days,
    OnExisting onExisting,
    boolean dryRun,
    DeriveSettings derive) {
  public DeriveArgs {
    sources = List.copyOf(sources);
    fileTypes = List.copyOf(fileTypes);
  }
}

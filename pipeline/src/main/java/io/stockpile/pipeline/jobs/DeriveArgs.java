package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import java.util.List;
import java.util.Optional;

/**
 * What {@code derive} works on.
 *
 * @param days empty for everything that was landed
 */
public record DeriveArgs(
    StoreLocation output,
    List<FileType> fileTypes,
    Optional<DayRange> days,
    OnExisting onExisting,
    boolean dryRun,
    DeriveSettings derive) {
  public DeriveArgs {
    fileTypes = List.copyOf(fileTypes);
  }
}

package io.stockpile.pipeline.sources.firestream;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.DayRange;
import io.stockpile.pipeline.inventory.OnExisting;
import java.util.List;

/** What {@code backfill} and {@code plan} work on. */
public record BackfillArgs(
    StoreLocation output,
    List<FileType> fileTypes,
    DayRange days,
    OnExisting onExisting,
    boolean dryRun,
    FirestreamSettings firestream,
    DeriveSettings derive) {
  public BackfillArgs {
    fileTypes = List.copyOf(fileTypes);
  }
}

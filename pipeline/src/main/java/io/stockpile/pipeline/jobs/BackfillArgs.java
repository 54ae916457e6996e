package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
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

package io.stockpile.pipeline.sources.firestream;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.pipeline.inventory.DayRange;
import io.stockpile.pipeline.run.RunArgs;
import java.util.List;

/** The arguments of {@code backfill}, and of {@code plan} for it. */
public record BackfillArgs(
    RunArgs run, List<FileType> fileTypes, DayRange days, FirestreamSettings firestream) {
  public BackfillArgs {
    fileTypes = List.copyOf(fileTypes);
  }
}

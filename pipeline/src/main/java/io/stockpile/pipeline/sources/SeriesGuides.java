package io.stockpile.pipeline.sources;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.pipeline.sources.firestream.FirestreamGuide;
import io.stockpile.pipeline.sources.replay.ReplayGuide;
import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.unit.SeriesGuide;
import java.util.Optional;

/** Knows which source a series is of. */
public final class SeriesGuides {
  private SeriesGuides() {}

  /**
   * What the source says of the series; empty for one that no source knows.
   *
   * @param command how the archive is spoken of
   */
  public static Optional<SeriesGuide> of(String series, ArchiveCommand command) {
    for (FileType type : FileType.values()) {
      if (FirestreamUnit.series(type).equals(series)) {
        return Optional.of(new FirestreamGuide(type, command));
      }
    }
    return ReplayStream.ofSeries(series).map(stream -> new ReplayGuide(stream, command));
  }
}

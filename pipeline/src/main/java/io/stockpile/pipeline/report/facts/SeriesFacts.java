package io.stockpile.pipeline.report.facts;

import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.manifest.IdHistory;
import io.stockpile.pipeline.unit.SeriesGuide;
import io.stockpile.pipeline.unit.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an archive holds of one series.
 *
 * @param name for example {@code source/type}; may come from outside and contain any characters
 * @param units units and missing time between them, by time
 * @param guide what can be done about gaps of the series
 */
public record SeriesFacts(
    String name, Source source, List<InventoryEntry> units, SeriesGuide guide) {

  public SeriesFacts {
    units = List.copyOf(units);
  }

  /** The length of a unit; empty for a source whose units have any length. */
  public Optional<Duration> step() {
    return source.step();
  }

  /**
   * Whether the days of the series can be complete or not. They can't for a source whose units are
   * what a service showed at some moments.
   */
  public boolean countsInDays() {
    return source.missesTime();
  }

  /** Which ids are held and which are missing. */
  public IdHistory ids() {
    return source.ids(units.stream().flatMap(unit -> unit.manifest().stream()).toList());
  }

  /** An instant as the source counts: a day, or a minute. */
  public String time(Instant instant) {
    return source.timeText(instant);
  }
}

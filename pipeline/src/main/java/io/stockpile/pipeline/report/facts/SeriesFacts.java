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
 * @param name for example {@code source/type}; may come from outside and hold anything
 * @param units by time, with those that are missing between them
 * @param guide what the source has to say of it
 */
public record SeriesFacts(
    String name, Source source, List<InventoryEntry> units, SeriesGuide guide) {

  public SeriesFacts {
    units = List.copyOf(units);
  }

  /** What one missing piece covers; empty where ranges of any length are asked for. */
  public Optional<Duration> step() {
    return source.step();
  }

  /** Whether days are complete or not, which looks at a service at any moment are not. */
  public boolean countsInDays() {
    return source.missesTime();
  }

  /** What is held and missing by ids. */
  public IdHistory ids() {
    return source.ids(units.stream().flatMap(unit -> unit.manifest().stream()).toList());
  }

  /** A moment as the source counts: a day, or a minute. */
  public String time(Instant instant) {
    return source.timeText(instant);
  }
}

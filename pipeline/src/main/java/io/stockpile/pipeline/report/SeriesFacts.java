package io.stockpile.pipeline.report;

import io.stockpile.pipeline.inventory.HeldUnit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an archive holds of one series.
 *
 * @param name for example {@code source/type}; may come from outside and hold anything
 * @param step what one missing piece covers; empty where ranges of any length are asked for
 * @param units by time, with those that are missing between them
 */
public record SeriesFacts(
    String name, Optional<Duration> step, List<HeldUnit> units, SeriesGuide guide) {

  public SeriesFacts {
    units = List.copyOf(units);
  }

  /** The source, the first word of the name. */
  public String source() {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  /** What kind of thing of the source. */
  public String kind() {
    return name.substring(name.indexOf('/') + 1);
  }
}

package io.stockpile.pipeline.report;

import io.stockpile.pipeline.inventory.HeldUnit;
import io.stockpile.pipeline.unit.SeriesGuide;
import java.util.List;

/**
 * What an archive holds of one series.
 *
 * @param name for example {@code source/type}; may come from outside and hold anything
 * @param units by time, with those that are missing between them
 */
public record SeriesFacts(String name, List<HeldUnit> units, SeriesGuide guide) {

  public SeriesFacts {
    units = List.copyOf(units);
  }
}

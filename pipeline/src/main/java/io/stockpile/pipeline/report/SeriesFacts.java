package io.stockpile.pipeline.report;

import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.unit.SeriesGuide;
import java.util.List;

/**
 * What an archive holds of one series.
 *
 * @param name for example {@code source/type}; may come from outside and hold anything
 * @param units by time, with those that are missing between them
 */
public record SeriesFacts(String name, List<InventoryEntry> units, SeriesGuide guide) {

  public SeriesFacts {
    units = List.copyOf(units);
  }
}

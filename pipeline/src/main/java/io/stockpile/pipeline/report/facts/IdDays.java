package io.stockpile.pipeline.report.facts;

import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.schemas.Tables;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ids by day, for a table whose ids are the platform's own count: each new object gets the next
 * number.
 */
public final class IdDays {
  /** The table with such ids: StockTwits numbers its messages one after the other. */
  public static final String TABLE = Tables.MESSAGES.name();

  private final NavigableMap<LocalDate, IdDay> days = new TreeMap<>();
  private final Set<LocalDate> covered = new HashSet<>();

  private IdDays() {}

  /**
   * The days in order. Days without rows of the table are left out, and so are days that have only
   * a few late rows of another day's unit.
   */
  public static List<IdDay> of(List<SeriesFacts> series) {
    IdDays ids = new IdDays();
    for (SeriesFacts facts : series) {
      for (InventoryEntry unit : facts.units()) {
        if (unit.files().stream().anyMatch(file -> file.table().equals(TABLE))) {
          LocalDate first = LocalDate.ofInstant(unit.from(), ZoneOffset.UTC);
          LocalDate last = LocalDate.ofInstant(unit.to().minusNanos(1), ZoneOffset.UTC);
          first.datesUntil(last.plusDays(1)).forEach(ids.covered::add);
        }
        unit.files().forEach(ids::add);
      }
    }
    ids.days.keySet().retainAll(ids.covered);
    return ids.withWhatLiesBefore();
  }

  private void add(DataFile file) {
    if (file.table().equals(TABLE) && file.rows() > 0) {
      IdDay own = new IdDay(file.date(), file.minId(), file.maxId(), file.rows(), 0);
      days.merge(file.date(), own, IdDays::together);
    }
  }

  private static IdDay together(IdDay one, IdDay other) {
    return new IdDay(
        one.day(),
        Math.min(one.least(), other.least()),
        Math.max(one.greatest(), other.greatest()),
        one.seen() + other.seen(),
        0);
  }

  private List<IdDay> withWhatLiesBefore() {
    List<IdDay> all = new ArrayList<>();
    for (IdDay day : days.values()) {
      IdDay yesterday = days.get(day.day().minusDays(1));
      long before = yesterday == null ? 0 : Math.max(0, day.least() - yesterday.greatest() - 1);
      all.add(new IdDay(day.day(), day.least(), day.greatest(), day.seen(), before));
    }
    return List.copyOf(all);
  }
}

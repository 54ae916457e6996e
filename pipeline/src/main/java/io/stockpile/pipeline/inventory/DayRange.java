package io.stockpile.pipeline.inventory;

import io.stockpile.connectors.ArchiveUnit;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * A range of UTC days.
 *
 * @param from the first day
 * @param to the first day after the range
 */
public record DayRange(LocalDate from, LocalDate to) implements Serializable {

  public DayRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "A range has at least one day, but this one goes from " + from + " to " + to);
    }
  }

  public Stream<LocalDate> days() {
    return from.datesUntil(to);
  }

  public Instant start() {
    return from.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  public Instant end() {
    return to.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Whether the two ranges have a day in common. */
  public boolean overlaps(LocalDate first, LocalDate end) {
    return first.isBefore(to) && from.isBefore(end);
  }

  /** Whether the unit covers an instant of one of the days. */
  public boolean overlaps(ArchiveUnit unit) {
    return unit.from().isBefore(end()) && start().isBefore(unit.to());
  }

  @Override
  public String toString() {
    return "[" + from + ", " + to + ")";
  }
}

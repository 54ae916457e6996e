package io.stockpile.pipeline.report.facts;

import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ReplayAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Builds the days of one series. Everything in a unit within one day counts for that day. Rows of a
 * longer unit count for the day of their event, its other lines for its first day.
 */
public final class DayCalendar {
  private final NavigableMap<LocalDate, DayTally> days = new TreeMap<>();

  private DayCalendar() {}

  /** All days from the first that a unit or gap touches to the last. */
  public static List<DayFacts> of(SeriesFacts series) {
    DayCalendar calendar = new DayCalendar();
    series.units().forEach(calendar::add);
    return calendar.days.values().stream().map(DayTally::facts).toList();
  }

  private void add(InventoryEntry unit) {
    LocalDate first = day(unit.from());
    LocalDate last = day(unit.to().minusNanos(1));
    if (unit.minutes().isEmpty()) {
      cover(unit.from(), unit.to(), state(unit.state()));
    } else {
      unit.minutes().forEach(run -> cover(run.from(), run.to(), state(unit, run)));
    }
    unit.derived().ifPresent(derived -> count(derived, first, last));
  }

  private static DayState state(InventoryEntry unit, ReplayAccount.Minutes run) {
    if (unit.state() == InventoryEntry.State.COMPLETE
        || unit.state() == InventoryEntry.State.INCOMPLETE) {
      return run.complete() ? DayState.COMPLETE : DayState.INCOMPLETE;
    }
    return state(unit.state());
  }

  private static DayState state(InventoryEntry.State state) {
    return switch (state) {
      case COMPLETE -> DayState.COMPLETE;
      case INCOMPLETE -> DayState.INCOMPLETE;
      case ABSENT -> DayState.ABSENT;
      case LANDED -> DayState.LANDED;
      case TORN -> DayState.TORN;
      case UNREADABLE -> DayState.UNREADABLE;
      case MISSING -> DayState.MISSING;
    };
  }

  private void cover(Instant from, Instant to, DayState state) {
    Instant start = from;
    while (start.isBefore(to)) {
      LocalDate day = day(start);
      Instant midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant end = midnight.isBefore(to) ? midnight : to;
      tally(day).cover(state, Duration.between(start, end));
      start = end;
    }
  }

  private void count(ManifestContent.Derived derived, LocalDate first, LocalDate last) {
    LineCounts counts = derived.counts();
    for (DataFile file : derived.files()) {
      LocalDate day = within(file.date(), first, last);
      tally(day).file(file.rows(), file.bytes());
      if (!first.equals(last)) {
        tally(day).lines(file.rows());
      }
    }
    long erased = counts.erased();
    DayTally tally = tally(first);
    tally.leftOut(counts.duplicates(), counts.rejected(), erased, derived.rejected().bytes());
    tally.lines(counts.duplicates() + counts.rejected() + erased);
    if (first.equals(last)) {
      tally.lines(counts.rows());
    }
  }

  private static LocalDate within(LocalDate date, LocalDate first, LocalDate last) {
    if (date.isBefore(first)) {
      return first;
    }
    return date.isAfter(last) ? last : date;
  }

  private DayTally tally(LocalDate day) {
    return days.computeIfAbsent(day, DayTally::new);
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}

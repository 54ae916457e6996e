package io.stockpile.pipeline.report.facts;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Adds up what the units have for one day. Not thread-safe. */
final class DayTally {
  private static final Duration DAY = Duration.ofDays(1);

  private final LocalDate day;
  private final Set<DayState> seen = EnumSet.noneOf(DayState.class);
  private final Map<DayState, Duration> covered = new EnumMap<>(DayState.class);
  private long lines;
  private long rows;
  private long duplicates;
  private long rejected;
  private long erased;
  private long bytes;

  DayTally(LocalDate day) {
    this.day = day;
  }

  /** Adds that a part of the day is in a state. */
  void cover(DayState state, Duration time) {
    seen.add(state);
    covered.merge(state, time, Duration::plus);
  }

  /** Adds a file of the day. */
  void file(long fileRows, long fileBytes) {
    rows += fileRows;
    bytes += fileBytes;
  }

  void lines(long more) {
    lines += more;
  }

  void leftOut(long moreDuplicates, long moreRejected, long moreErased, long moreBytes) {
    duplicates += moreDuplicates;
    rejected += moreRejected;
    erased += moreErased;
    bytes += moreBytes;
  }

  DayFacts facts() {
    return new DayFacts(day, state(), lines, rows, duplicates, rejected, erased, bytes);
  }

  private DayState state() {
    Duration complete = covered.getOrDefault(DayState.COMPLETE, Duration.ZERO);
    if (complete.compareTo(DAY) >= 0) {
      return worst(EnumSet.of(DayState.MISSING));
    }
    return complete.isZero() ? worst(EnumSet.noneOf(DayState.class)) : part();
  }

  private DayState part() {
    DayState worst = worst(EnumSet.of(DayState.MISSING, DayState.COMPLETE));
    return worst == DayState.COMPLETE ? DayState.PART : worst;
  }

  /** The first state that was seen and is not in {@code passedOver}. */
  private DayState worst(Set<DayState> passedOver) {
    return seen.stream()
        .filter(state -> !passedOver.contains(state))
        .findFirst()
        .orElse(DayState.COMPLETE);
  }
}

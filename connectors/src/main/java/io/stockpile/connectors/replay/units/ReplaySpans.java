package io.stockpile.connectors.replay.units;

import io.stockpile.connectors.Minutes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Splits a range into units, so that a repeated run has the same ones. */
public final class ReplaySpans {
  private ReplaySpans() {}

  /**
   * The units that cover a range. New units end at multiples of the span since the epoch, or where
   * the range ends or a held unit begins or ends. Units that the archive knows stay as they are,
   * even if they reach beyond the range. So no minute ever belongs to two units.
   *
   * @param span the longest unit, for example {@code PT2H}; whole minutes
   * @param held units of the stream that the archive knows; those that don't touch the range are
   *     ignored
   * @return the units in the order of time
   */
  public static List<ReplayUnit> split(
      ReplayStream stream, MinuteRange range, Duration span, Collection<ReplayUnit> held) {
    int spanMinutes = Minutes.count(span);
    Set<ReplayUnit> units = new TreeSet<>(Comparator.comparing(ReplayUnit::from));
    List<ReplayUnit> longestFirst =
        held.stream()
            .filter(unit -> unit.stream().equals(stream))
            .filter(unit -> unit.range().intersection(range).isPresent())
            .distinct()
            .sorted(
                Comparator.comparing((ReplayUnit unit) -> -unit.range().minutes())
                    .thenComparing(ReplayUnit::from))
            .toList();
    MinuteSet taken = MinuteSet.empty();
    for (ReplayUnit unit : longestFirst) {
      MinuteSet minutes = MinuteSet.of(unit.range());
      if (taken.intersection(minutes).isEmpty()) {
        taken = taken.union(minutes);
        units.add(unit);
      }
    }
    for (MinuteRange gap : MinuteSet.of(range).minus(taken).ranges()) {
      for (MinuteRange piece : aligned(gap, spanMinutes)) {
        units.add(new ReplayUnit(stream, piece));
      }
    }
    return List.copyOf(units);
  }

  private static List<MinuteRange> aligned(MinuteRange range, int spanMinutes) {
    List<MinuteRange> pieces = new ArrayList<>();
    Instant start = range.from();
    while (start.isBefore(range.to())) {
      long next = (Math.floorDiv(Minutes.epochMinute(start), spanMinutes) + 1) * spanMinutes;
      Instant boundary = Minutes.ofEpochMinute(next);
      Instant end = boundary.isBefore(range.to()) ? boundary : range.to();
      pieces.add(new MinuteRange(start, end));
      start = end;
    }
    return pieces;
  }
}

package io.stockpile.connectors.replay.lines;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteSet;
import java.util.BitSet;

/** The minutes of a request that an activity came of. Not thread-safe. */
public final class SeenMinutes {
  /** From this many activities a minute on, an empty minute among the others is suspicious. */
  private static final long DENSE = 3;

  private final long first;
  private final int minutes;
  private final BitSet seen;
  private long activities;

  public SeenMinutes(MinuteRange requested) {
    first = Minutes.epochMinute(requested.from());
    minutes = requested.minutes();
    seen = new BitSet(minutes);
  }

  /** Takes an activity's minute; false when it was not asked for. */
  public boolean add(long epochMinute) {
    long index = epochMinute - first;
    if (index < 0 || index >= minutes) {
      return false;
    }
    seen.set((int) index);
    activities++;
    return true;
  }

  /** The minutes before the newest one that had nothing, when the others had plenty. */
  public MinuteSet quiet() {
    MinuteSet quiet = MinuteSet.empty();
    if (activities < DENSE * seen.cardinality()) {
      return quiet;
    }
    int newest = seen.length() - 1;
    int from = seen.nextClearBit(0);
    while (from < newest) {
      int to = seen.nextSetBit(from);
      MinuteRange gap =
          new MinuteRange(Minutes.ofEpochMinute(first + from), Minutes.ofEpochMinute(first + to));
      quiet = quiet.union(MinuteSet.of(gap));
      from = seen.nextClearBit(to);
    }
    return quiet;
  }
}

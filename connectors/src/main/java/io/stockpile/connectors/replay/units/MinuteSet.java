package io.stockpile.connectors.replay.units;

import io.stockpile.connectors.Minutes;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A set of UTC minutes, kept as the ranges that they form, so that its size grows with its gaps and
 * not with its minutes. Immutable.
 */
public final class MinuteSet implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final MinuteSet EMPTY = new MinuteSet(new long[0]);

  /**
   * Ascending minutes since the epoch at which membership changes: the set begins, ends, begins
   * again, and so on.
   */
  private final long[] edges;

  private MinuteSet(long[] edges) {
    this.edges = edges;
  }

  public static MinuteSet empty() {
    return EMPTY;
  }

  public static MinuteSet of(MinuteRange range) {
    return new MinuteSet(
        new long[] {Minutes.epochMinute(range.from()), Minutes.epochMinute(range.to())});
  }

  /** The minutes that the instants lie in. */
  public static MinuteSet ofMinutes(Collection<Instant> instants) {
    MinuteSet set = EMPTY;
    for (Instant instant : instants) {
      long minute = Minutes.epochMinute(instant);
      set = set.union(new MinuteSet(new long[] {minute, minute + 1}));
    }
    return set;
  }

  public MinuteSet union(MinuteSet other) {
    return merged(other, Operation.UNION);
  }

  public MinuteSet minus(MinuteSet other) {
    return merged(other, Operation.MINUS);
  }

  public MinuteSet intersection(MinuteSet other) {
    return merged(other, Operation.INTERSECTION);
  }

  public boolean contains(Instant instant) {
    return holds(edges, Minutes.epochMinute(instant));
  }

  /** Whether any of its minutes is in the range. */
  public boolean touches(MinuteRange range) {
    return !intersection(of(range)).isEmpty();
  }

  public boolean isEmpty() {
    return edges.length == 0;
  }

  /** How many minutes are in it. */
  public long count() {
    long count = 0;
    for (int i = 0; i < edges.length; i += 2) {
      count += edges[i + 1] - edges[i];
    }
    return count;
  }

  /** Its ranges in order, with a gap between each two. */
  public List<MinuteRange> ranges() {
    List<MinuteRange> ranges = new ArrayList<>();
    for (int i = 0; i < edges.length; i += 2) {
      ranges.add(range(edges[i], edges[i + 1]));
    }
    return List.copyOf(ranges);
  }

  /** From its first minute to its last; empty when it has none. */
  public Optional<MinuteRange> hull() {
    return isEmpty() ? Optional.empty() : Optional.of(range(edges[0], edges[edges.length - 1]));
  }

  /**
   * The fewest ranges, each of at most a number of minutes, that have all its minutes. They begin
   * and end with one of them and may have others between.
   */
  public List<MinuteRange> fewestRanges(int maxMinutes) {
    if (maxMinutes < 1) {
      throw new IllegalArgumentException(
          "A range has at least one minute, so the longest cannot have " + maxMinutes);
    }
    List<MinuteRange> ranges = new ArrayList<>();
    MinuteSet left = this;
    while (!left.isEmpty()) {
      long start = left.edges[0];
      MinuteSet taken = left.intersection(new MinuteSet(new long[] {start, start + maxMinutes}));
      ranges.add(range(start, taken.edges[taken.edges.length - 1]));
      left = left.minus(taken);
    }
    return List.copyOf(ranges);
  }

  private enum Operation {
    UNION,
    MINUS,
    INTERSECTION;

    boolean keeps(boolean first, boolean second) {
      return switch (this) {
        case UNION -> first || second;
        case MINUS -> first && !second;
        case INTERSECTION -> first && second;
      };
    }
  }

  private MinuteSet merged(MinuteSet other, Operation operation) {
    long[] candidates = Arrays.copyOf(edges, edges.length + other.edges.length);
    System.arraycopy(other.edges, 0, candidates, edges.length, other.edges.length);
    Arrays.sort(candidates);
    long[] result = new long[candidates.length];
    int size = 0;
    boolean inside = false;
    for (int i = 0; i < candidates.length; i++) {
      long edge = candidates[i];
      if (i > 0 && edge == candidates[i - 1]) {
        continue;
      }
      boolean after = operation.keeps(holds(edges, edge), holds(other.edges, edge));
      if (after != inside) {
        result[size++] = edge;
        inside = after;
      }
    }
    return new MinuteSet(Arrays.copyOf(result, size));
  }

  private static boolean holds(long[] edges, long minute) {
    int found = Arrays.binarySearch(edges, minute);
    int passed = found >= 0 ? found + 1 : -(found + 1);
    return passed % 2 == 1;
  }

  private static MinuteRange range(long from, long to) {
    return new MinuteRange(Minutes.ofEpochMinute(from), Minutes.ofEpochMinute(to));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MinuteSet set && Arrays.equals(edges, set.edges);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges);
  }

  /** Its ranges for messages. */
  @Override
  public String toString() {
    return ranges().stream().map(MinuteRange::toString).collect(Collectors.joining(", "));
  }
}

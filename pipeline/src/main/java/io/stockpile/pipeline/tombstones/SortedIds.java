package io.stockpile.pipeline.tombstones;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A set of ids for many lookups of which nearly all fail. A small filter answers most of them, and
 * the sorted ids the rest. Immutable.
 */
final class SortedIds {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int BITS_AN_ID = 16;

  private final long[] ids;
  private final long[] filter;
  private final int shift;

  /**
   * @param ids the ids, in any order; repeated ones count once
   */
  SortedIds(long[] ids) {
    long[] sorted = ids.clone();
    Arrays.sort(sorted);
    int distinct = 0;
    for (int at = 0; at < sorted.length; at++) {
      if (at == 0 || sorted[at] != sorted[at - 1]) {
        sorted[distinct++] = sorted[at];
      }
    }
    this.ids = Arrays.copyOf(sorted, distinct);
    long bits = Long.highestOneBit(Math.max(64, (long) distinct * BITS_AN_ID) * 2 - 1);
    this.filter = new long[Math.toIntExact(Math.min(bits, 1L << 34) / Long.SIZE)];
    this.shift = Long.SIZE - Long.numberOfTrailingZeros((long) filter.length * Long.SIZE);
    for (long id : this.ids) {
      long bit = id * SPREAD >>> shift;
      filter[(int) (bit >>> 6)] |= 1L << bit;
    }
  }

  boolean contains(long id) {
    long bit = id * SPREAD >>> shift;
    return (filter[(int) (bit >>> 6)] & 1L << bit) != 0 && indexOf(id) >= 0;
  }

  /** The position of the id in the sorted set; below 0 when it is not in the set. */
  int indexOf(long id) {
    return Arrays.binarySearch(ids, id);
  }

  /** Whether an id is in the range from {@code min} to {@code max}, both included. */
  boolean touches(long min, long max) {
    int at = Arrays.binarySearch(ids, min);
    int next = at >= 0 ? at : -at - 1;
    return next < ids.length && ids[next] <= max;
  }

  LongStream within(long min, long max) {
    int at = Arrays.binarySearch(ids, min);
    int from = at >= 0 ? at : -at - 1;
    int end = Arrays.binarySearch(ids, max);
    return Arrays.stream(ids, from, Math.max(from, end >= 0 ? end + 1 : -end - 1));
  }

  int size() {
    return ids.length;
  }
}

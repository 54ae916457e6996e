package io.stockpile.pipeline.erase.tombstones;

import java.util.Arrays;
import java.util.stream.LongStream;

/** A set of ids, sorted, of which there may be millions. Immutable. */
final class SortedIds {
  private final long[] ids;

  private SortedIds(long[] ids) {
    this.ids = ids;
  }

  /**
   * @param ids the ids, in any order; repeated ones count once
   */
  static SortedIds of(long[] ids) {
    long[] sorted = ids.clone();
    Arrays.sort(sorted);
    int distinct = 0;
    for (int at = 0; at < sorted.length; at++) {
      if (at == 0 || sorted[at] != sorted[at - 1]) {
        sorted[distinct++] = sorted[at];
      }
    }
    return new SortedIds(Arrays.copyOf(sorted, distinct));
  }

  /**
   * @param ids the ids in rising order, each once; the array must not be changed any more
   */
  static SortedIds ofRising(long[] ids) {
    return new SortedIds(ids);
  }

  void addTo(IdFilter filter) {
    for (long id : ids) {
      filter.add(id);
    }
  }

  boolean contains(long id) {
    return indexOf(id) >= 0;
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

  /** The greatest of the ids below this one; the least number when there is none. */
  long lastBefore(long id) {
    int at = indexOf(id);
    int before = (at >= 0 ? at : -at - 1) - 1;
    return before < 0 ? Long.MIN_VALUE : ids[before];
  }

  /** The least of the ids above this one; the greatest number when there is none. */
  long firstAfter(long id) {
    int at = indexOf(id);
    int after = at >= 0 ? at + 1 : -at - 1;
    return after == ids.length ? Long.MAX_VALUE : ids[after];
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

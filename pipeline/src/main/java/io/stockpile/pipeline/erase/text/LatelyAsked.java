package io.stockpile.pipeline.erase.text;

import java.util.function.LongPredicate;

/**
 * Looks up whether ids were erased. The set of erased ids may be larger than a processor's caches,
 * so most questions are answered without it: a unit's messages lie in a band of ids in which often
 * nothing was erased, and records name the same users, symbols and sources again and again. Not
 * thread-safe.
 */
public final class LatelyAsked implements LongPredicate {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int SLOT_BITS = 14;
  private static final int SHIFT = Long.SIZE - SLOT_BITS;

  /** A band is looked for again after this many lookups in the set. */
  private static final int BETWEEN_BANDS = 256;

  private static final int FIRST_BAND = 16;

  private final ErasedIds ids;

  /** Nothing below this id was erased. */
  private final long least;

  /** Nothing above this id was erased. */
  private final long greatest;

  /**
   * Ids that are known not to be erased, each in the only slot that it can be in; 0 in an empty
   * slot.
   */
  private final long[] missing = new long[1 << SLOT_BITS];

  /**
   * The bounds, both excluded, of a band in which nothing was erased; the index is the number of
   * leading zeros of its ids.
   */
  private final long[] bandFrom = new long[Long.SIZE + 1];

  private final long[] bandTo = new long[Long.SIZE + 1];
  private int asked;

  public LatelyAsked(ErasedIds ids) {
    this.ids = ids;
    least = ids.firstAfter(Long.MIN_VALUE);
    greatest = ids.any(Long.MAX_VALUE) ? Long.MAX_VALUE : ids.lastBefore(Long.MAX_VALUE);
  }

  /** Whether anything of this id was erased, whatever it is the id of. */
  @Override
  public boolean test(long id) {
    if (id < least || id > greatest) {
      return false;
    }
    int size = Long.numberOfLeadingZeros(id);
    if (bandFrom[size] < id && id < bandTo[size]) {
      return false;
    }
    int slot = (int) (id * SPREAD >>> SHIFT);
    if (missing[slot] == id && id != 0) {
      return false;
    }
    if (ids.any(id)) {
      return true;
    }
    missing[slot] = id;
    if (++asked % BETWEEN_BANDS == FIRST_BAND) {
      findBand(id, size);
    }
    return false;
  }

  private void findBand(long id, int size) {
    long from = ids.lastBefore(id);
    long to = ids.firstAfter(id);
    if ((double) to - from > (double) bandTo[size] - bandFrom[size]) {
      bandFrom[size] = from;
      bandTo[size] = to;
    }
  }
}

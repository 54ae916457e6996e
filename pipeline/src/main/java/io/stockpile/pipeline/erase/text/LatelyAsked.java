package io.stockpile.pipeline.erase.text;

import java.util.function.LongPredicate;

/**
 * Looks ids up among those that were erased, of which there may be more than a processor's caches
 * hold, and mostly without going there: a unit's messages lie in a band of ids in which often
 * nothing was erased, and records name the same users, symbols and sources all the time. Not
 * thread-safe.
 */
public final class LatelyAsked implements LongPredicate {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int SLOT_BITS = 14;
  private static final int SHIFT = Long.SIZE - SLOT_BITS;

  /** After so many questions that went to the set a band is looked for again. */
  private static final int BETWEEN_BANDS = 256;

  private static final int FIRST_BAND = 16;

  private final ErasedIds ids;

  /** Ids that were not erased, each in the one slot that it can have; 0 where there is none. */
  private final long[] missing = new long[1 << SLOT_BITS];

  /** Bounds between which nothing was erased, for ids of so many leading zeros. */
  private final long[] bandFrom = new long[Long.SIZE + 1];

  private final long[] bandTo = new long[Long.SIZE + 1];
  private int asked;

  public LatelyAsked(ErasedIds ids) {
    this.ids = ids;
  }

  /** Whether anything of this id was erased, whatever it is the id of. */
  @Override
  public boolean test(long id) {
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

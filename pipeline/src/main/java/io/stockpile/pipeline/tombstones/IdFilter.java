package io.stockpile.pipeline.tombstones;

/**
 * Says of nearly all ids that are not in a set that they are not, in one look at memory: a Bloom
 * filter with one hash. Not changed any more once it is filled, and thread-safe then.
 */
final class IdFilter {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int BITS_AN_ID = 16;
  private static final long MOST_BITS = 1L << 34;

  private final long[] bits;
  private final int shift;

  /**
   * @param ids how many are going to be added
   */
  IdFilter(long ids) {
    long size = Long.highestOneBit(Math.max(Long.SIZE, ids * BITS_AN_ID) * 2 - 1);
    bits = new long[Math.toIntExact(Math.min(size, MOST_BITS) / Long.SIZE)];
    shift = Long.SIZE - Long.numberOfTrailingZeros((long) bits.length * Long.SIZE);
  }

  void add(long id) {
    long bit = id * SPREAD >>> shift;
    bits[(int) (bit >>> 6)] |= 1L << bit;
  }

  /** False when the id was not added; true when it was, or for one of 16 others at most. */
  boolean mayContain(long id) {
    long bit = id * SPREAD >>> shift;
    return (bits[(int) (bit >>> 6)] & 1L << bit) != 0;
  }
}

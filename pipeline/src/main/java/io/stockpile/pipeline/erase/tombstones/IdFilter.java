package io.stockpile.pipeline.erase.tombstones;

/**
 * A Bloom filter with one hash: for nearly all ids that are not in a set it says so after one
 * access to memory. Thread-safe after all ids were added.
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

  /** True when the id was added. Otherwise false, except for at most one id of 16. */
  boolean mayContain(long id) {
    long bit = id * SPREAD >>> shift;
    return (bits[(int) (bit >>> 6)] & 1L << bit) != 0;
  }
}

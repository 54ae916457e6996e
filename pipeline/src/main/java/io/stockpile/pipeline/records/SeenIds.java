package io.stockpile.pipeline.records;

import com.carrotsearch.hppc.LongHashSet;

/**
 * The ids that came before, exactly: any 64-bit numbers. Takes 11 to 22 bytes an id, however they
 * are spread: the ids of a stream have gaps of milliseconds, which bitmaps pay dearly for.
 */
final class SeenIds {
  /** Each grows by itself, so that growing never needs much room at once. */
  private static final int PARTS = 256;

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final LongHashSet[] parts = new LongHashSet[PARTS];

  SeenIds() {
    for (int part = 0; part < PARTS; part++) {
      parts[part] = new LongHashSet();
    }
  }

  /** Remembers an id; false when it came before. */
  boolean add(long id) {
    return parts[(int) (id * MIX >>> Long.SIZE - Byte.SIZE)].add(id);
  }
}

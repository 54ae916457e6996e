package io.stockpile.pipeline.records.seen;

import com.carrotsearch.hppc.LongHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of 64-bit ids. An id above all earlier ones, as most ids of a stream are, goes to the end
 * of a list, which takes 8 bytes for each. Other ids go to a hash set, which takes 11 to 22 bytes
 * for each. A bitmap would take more, because the ids of a stream have large gaps.
 */
public final class SeenIds {
  private static final int BLOCK = 1 << 12;

  /**
   * Number of hash tables. Each grows by itself, so that growing never needs much memory at once.
   */
  private static final int PARTS = 256;

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final List<long[]> rising = new ArrayList<>();
  private final LongHashSet[] late = new LongHashSet[PARTS];
  private long[] block = new long[0];
  private int inBlock;
  private long highest;

  /** Remembers an id; false when it came before. */
  boolean add(long id) {
    if (!rising.isEmpty() && id <= highest) {
      return !rose(id) && addLate(id);
    }
    if (inBlock == block.length) {
      block = new long[BLOCK];
      rising.add(block);
      inBlock = 0;
    }
    block[inBlock++] = id;
    highest = id;
    return true;
  }

  private boolean rose(long id) {
    int low = 0;
    int high = rising.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (rising.get(middle)[0] <= id) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    long[] ids = rising.get(low);
    return Arrays.binarySearch(ids, 0, ids == block ? inBlock : BLOCK, id) >= 0;
  }

  private boolean addLate(long id) {
    int part = (int) (id * MIX >>> Long.SIZE - Byte.SIZE);
    if (late[part] == null) {
      late[part] = new LongHashSet();
    }
    return late[part].add(id);
  }
}

package io.stockpile.pipeline.columns;

import java.util.Arrays;

/**
 * The distinct numbers of one column chunk, in the order of their first appearance. A hash table
 * with open addressing; each key is stored beside its index, so that a look-up touches one cache
 * line.
 */
final class LongDictionary {
  private static final int FIRST_SLOTS = 64;

  /** A table for so many times more keys than there were costs more to empty than to make. */
  private static final int MOST_ROOM = 64;

  private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

  /**
   * Two words for each slot: the key, and its index plus one; an index word of zero is an empty
   * slot.
   */
  private long[] slots = new long[FIRST_SLOTS * 2];

  private long[] keys = new long[FIRST_SLOTS / 2];
  private int shift = shift(FIRST_SLOTS);
  private int size;

  private static int shift(int slotCount) {
    return Long.SIZE - Integer.numberOfTrailingZeros(slotCount);
  }

  int size() {
    return size;
  }

  long key(int index) {
    return keys[index];
  }

  long capacityBytes() {
    return (long) (slots.length + keys.length) * Long.BYTES;
  }

  /** Removes all keys. A table that is much larger than they needed is made small again. */
  void clear() {
    if (size < keys.length / MOST_ROOM) {
      slots = new long[FIRST_SLOTS * 2];
      keys = new long[FIRST_SLOTS / 2];
      shift = shift(FIRST_SLOTS);
    } else {
      Arrays.fill(slots, 0);
    }
    size = 0;
  }

  /**
   * Removes the keys from {@code size} on. Nothing can be looked up afterwards until {@link
   * #clear}.
   */
  void truncate(int size) {
    this.size = size;
  }

  /**
   * Looks up the first {@code count} values and adds those that are missing.
   *
   * @return false if that would take more than {@code limit} keys; {@code indexes} are incomplete
   *     then
   */
  boolean indexAll(long[] values, int count, int[] indexes, int limit) {
    for (int i = 0; i < count; i++) {
      long value = values[i];
      int at = find(value);
      long found = slots[at + 1];
      if (found == 0) {
        if (size >= limit) {
          return false;
        }
        found = add(value, at);
      }
      indexes[i] = (int) found - 1;
    }
    return true;
  }

  private int find(long key) {
    long[] table = slots;
    int last = table.length - 2;
    int at = (int) (key * MULTIPLIER >>> shift) << 1;
    while (table[at + 1] != 0 && table[at] != key) {
      at = at + 2 & last;
    }
    return at;
  }

  private long add(long key, int at) {
    keys[size++] = key;
    slots[at] = key;
    slots[at + 1] = size;
    if (size == keys.length) {
      grow();
    }
    return size;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, size * 2);
    slots = new long[slots.length * 2];
    shift--;
    for (int i = 0; i < size; i++) {
      int at = find(keys[i]);
      slots[at] = keys[i];
      slots[at + 1] = i + 1L;
    }
  }
}

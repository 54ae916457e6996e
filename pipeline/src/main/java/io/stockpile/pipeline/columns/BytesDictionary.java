package io.stockpile.pipeline.columns;

import java.util.Arrays;

/**
 * The distinct byte strings of one column chunk, in the order of their first appearance and in
 * Parquet's PLAIN encoding, ready to be written as the dictionary page. A hash table with open
 * addressing; a string of at most eight bytes is stored in its slot, so that most look-ups touch
 * one cache line.
 */
final class BytesDictionary {
  private static final int FIRST_SLOTS = 64;

  /** A table for so many times more entries than there were costs more to empty than to make. */
  private static final int MOST_ROOM = 64;

  private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;
  private static final long SECOND_MULTIPLIER = 0xD6E8_FEB8_6659_FD93L;

  /**
   * Two words for each slot. The first has the slot's {@link #tag} in its upper half and the
   * entry's index plus one in its lower half; zero is an empty slot. The second is the string
   * itself, if it has at most eight bytes, and otherwise its offset in the entries.
   */
  private long[] slots = new long[FIRST_SLOTS * 2];

  private final EncodedBytes entries = new EncodedBytes();
  private int[] offsets = new int[FIRST_SLOTS / 2];
  private int[] lastUsed = new int[FIRST_SLOTS / 2];
  private int size;
  private int page;
  private int smallest;
  private int largest;

  int size() {
    return size;
  }

  /** All entries, PLAIN. */
  EncodedBytes entries() {
    return entries;
  }

  /** Where an entry's bytes begin in {@link #entries}; the four bytes before hold its length. */
  int offset(int index) {
    return offsets[index];
  }

  /** The index of the smallest value of the page indexed last, compared by unsigned bytes. */
  int smallest() {
    return smallest;
  }

  int largest() {
    return largest;
  }

  long capacityBytes() {
    return (long) slots.length * Long.BYTES + entries.capacity() + (long) offsets.length * 8;
  }

  /** Removes all entries. A table that is much larger than they needed is made small again. */
  void clear() {
    if (size < offsets.length / MOST_ROOM) {
      slots = new long[FIRST_SLOTS * 2];
      offsets = new int[FIRST_SLOTS / 2];
      lastUsed = new int[FIRST_SLOTS / 2];
    } else {
      Arrays.fill(slots, 0);
    }
    entries.truncate(0);
    size = 0;
    page = 0;
  }

  /**
   * Removes the entries from {@code size} on. Nothing can be looked up afterwards until {@link
   * #clear}.
   */
  void truncate(int size) {
    if (size < this.size) {
      entries.truncate(offsets[size] - Integer.BYTES);
      this.size = size;
    }
  }

  /**
   * Looks up the first {@code count} values of a page, at least one, and adds those that are
   * missing.
   *
   * @param values in PLAIN encoding
   * @return false if that would take more than {@code limit} entries, or more than {@code
   *     limitBytes} bytes for them; {@code indexes}, {@link #smallest} and {@link #largest} are
   *     undefined then
   */
  boolean indexAll(EncodedBytes values, int count, int[] indexes, int limit, int limitBytes) {
    page++;
    smallest = -1;
    byte[] bytes = values.array();
    int at = Integer.BYTES;
    for (int i = 0; i < count; i++) {
      int length = LittleEndian.getInt(bytes, at - Integer.BYTES);
      int index = find(bytes, at, length);
      if (index < 0) {
        if (size >= limit || entries.size() + length > limitBytes) {
          return false;
        }
        index = add(bytes, at, length);
      }
      indexes[i] = index;
      if (lastUsed[index] != page) {
        lastUsed[index] = page;
        widen(index);
      }
      at += length + Integer.BYTES;
    }
    return true;
  }

  private void widen(int index) {
    if (smallest < 0) {
      smallest = index;
      largest = index;
      return;
    }
    byte[] bytes = entries.array();
    int at = offsets[index];
    if (PlainBytes.compare(bytes, at, offsets[smallest]) < 0) {
      smallest = index;
    } else if (PlainBytes.compare(bytes, at, offsets[largest]) > 0) {
      largest = index;
    }
  }

  private static long hash(byte[] bytes, int from, int length) {
    long hash = length * MULTIPLIER;
    int at = from;
    int rest = length;
    while (rest > Long.BYTES) {
      hash = (hash ^ LittleEndian.getLong(bytes, at)) * SECOND_MULTIPLIER;
      hash ^= hash >>> 32;
      at += Long.BYTES;
      rest -= Long.BYTES;
    }
    hash = (hash ^ LittleEndian.getLong(bytes, at, rest)) * SECOND_MULTIPLIER;
    hash ^= hash >>> 32;
    return hash * MULTIPLIER;
  }

  /**
   * The upper half of the hash, with its lowest four bits replaced by the string's length, or 15
   * for a longer one. Strings of up to eight bytes therefore differ in tag or in bytes.
   */
  private static int tag(long hash, int length) {
    return (int) (hash >>> 32) & ~0xF | Math.min(length, 0xF);
  }

  private static int firstSlot(long hash, int slotCount) {
    return (int) (hash >>> 12) & slotCount - 1;
  }

  /** The index, or -1. */
  private int find(byte[] bytes, int from, int length) {
    long[] table = slots;
    long hash = hash(bytes, from, length);
    int tag = tag(hash, length);
    int last = table.length - 2;
    int at = firstSlot(hash, table.length >> 1) << 1;
    boolean inSlot = length <= Long.BYTES;
    long word = inSlot ? LittleEndian.getLong(bytes, from, length) : 0;
    for (long slot = table[at]; slot != 0; slot = table[at]) {
      if ((int) (slot >>> 32) == tag) {
        long content = table[at + 1];
        if (inSlot ? content == word : equalsEntry((int) content, bytes, from, length)) {
          return (int) slot - 1;
        }
      }
      at = at + 2 & last;
    }
    return -1;
  }

  private boolean equalsEntry(int offset, byte[] bytes, int from, int length) {
    return Arrays.equals(
        entries.array(),
        offset - Integer.BYTES,
        offset + length,
        bytes,
        from - Integer.BYTES,
        from + length);
  }

  private int add(byte[] bytes, int from, int length) {
    if (size == offsets.length) {
      grow();
    }
    int index = size++;
    offsets[index] = entries.size() + Integer.BYTES;
    lastUsed[index] = 0;
    entries.addBytes(bytes, from - Integer.BYTES, length + Integer.BYTES);
    insert(index);
    return index;
  }

  private void insert(int index) {
    byte[] bytes = entries.array();
    int offset = offsets[index];
    int length = LittleEndian.getInt(bytes, offset - Integer.BYTES);
    long hash = hash(bytes, offset, length);
    int last = slots.length - 2;
    int at = firstSlot(hash, slots.length >> 1) << 1;
    while (slots[at] != 0) {
      at = at + 2 & last;
    }
    slots[at] = (long) tag(hash, length) << 32 | index + 1;
    slots[at + 1] = length <= Long.BYTES ? LittleEndian.getLong(bytes, offset, length) : offset;
  }

  private void grow() {
    offsets = Arrays.copyOf(offsets, size * 2);
    lastUsed = Arrays.copyOf(lastUsed, size * 2);
    slots = new long[slots.length * 2];
    for (int i = 0; i < size; i++) {
      insert(i);
    }
  }
}

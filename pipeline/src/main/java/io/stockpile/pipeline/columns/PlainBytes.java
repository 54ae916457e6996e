package io.stockpile.pipeline.columns;

import java.util.Arrays;

/** Byte strings in Parquet's PLAIN encoding: each is preceded by its length in four bytes. */
final class PlainBytes {
  private PlainBytes() {}

  /** Where the first string's bytes begin. */
  static int first() {
    return Integer.BYTES;
  }

  static int length(byte[] bytes, int at) {
    return LittleEndian.getInt(bytes, at - Integer.BYTES);
  }

  static byte[] copy(byte[] bytes, int at) {
    return Arrays.copyOfRange(bytes, at, at + length(bytes, at));
  }

  /**
   * The first eight bytes as a number. Where the numbers of two strings differ, their order,
   * unsigned, is that of the strings.
   */
  static long prefix(byte[] bytes, int at) {
    int length = Math.min(length(bytes, at), Long.BYTES);
    return Long.reverseBytes(LittleEndian.getLong(bytes, at, length)) ^ Long.MIN_VALUE;
  }

  /** Compares by unsigned bytes; for UTF-8 that is the order of code points. */
  static int compare(byte[] bytes, int left, int right) {
    long leftPrefix = prefix(bytes, left);
    long rightPrefix = prefix(bytes, right);
    if (leftPrefix != rightPrefix) {
      return leftPrefix < rightPrefix ? -1 : 1;
    }
    return Arrays.compareUnsigned(
        bytes, left, left + length(bytes, left), bytes, right, right + length(bytes, right));
  }

  /**
   * Where the smallest and the largest of the first {@code count} strings begin; there must be one.
   */
  static Bounds bounds(byte[] bytes, int count) {
    int smallest = first();
    int largest = first();
    long low = prefix(bytes, smallest);
    long high = low;
    int at = first();
    for (int i = 1; i < count; i++) {
      at += length(bytes, at) + Integer.BYTES;
      long prefix = prefix(bytes, at);
      if (prefix <= low && compare(bytes, at, smallest) < 0) {
        smallest = at;
        low = prefix;
      }
      if (prefix >= high && compare(bytes, at, largest) > 0) {
        largest = at;
        high = prefix;
      }
    }
    return new Bounds(smallest, largest);
  }

  record Bounds(int smallest, int largest) {}
}

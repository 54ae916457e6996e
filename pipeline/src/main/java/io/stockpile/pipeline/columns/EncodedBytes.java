package io.stockpile.pipeline.columns;

import java.util.Arrays;

/**
 * A reusable buffer of bytes that grows as needed. The array always has {@link #SLACK} more bytes
 * behind the last, so that whole words can be read and written at any position.
 */
final class EncodedBytes {
  static final int SLACK = 8;
  private static final int FIRST_CAPACITY = 256;

  /** No JVM makes larger arrays. */
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  private byte[] array = new byte[FIRST_CAPACITY];
  private int size;

  /**
   * The bytes are those from 0 to {@link #size()}. The array may be replaced when bytes are added.
   */
  byte[] array() {
    return array;
  }

  int size() {
    return size;
  }

  int capacity() {
    return array.length;
  }

  /** Removes the bytes from {@code size} on. */
  void truncate(int size) {
    this.size = size;
  }

  /** Makes room for {@code length} more bytes and the slack behind them. */
  void reserve(int length) {
    if (array.length - size - SLACK < length) {
      grow(length);
    }
  }

  private void grow(int length) {
    long needed = (long) size + length + SLACK;
    if (needed > MAX_CAPACITY) {
      throw new IllegalArgumentException(
          "One page would hold " + needed + " bytes, at most " + MAX_CAPACITY + " are possible");
    }
    array = Arrays.copyOf(array, (int) Math.min(MAX_CAPACITY, needed + (needed >> 1)));
  }

  void addByte(int value) {
    reserve(1);
    array[size++] = (byte) value;
  }

  void addInt(int value) {
    reserve(Integer.BYTES);
    LittleEndian.setInt(array, size, value);
    size += Integer.BYTES;
  }

  /** Adds the low {@code length} bytes of a word. The caller must have reserved the room. */
  void addReserved(long word, int length) {
    LittleEndian.setLong(array, size, word);
    size += length;
  }

  void addVarInt(int value) {
    reserve(5);
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      array[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    array[size++] = (byte) rest;
  }

  void addBytes(byte[] source, int offset, int length) {
    reserve(length);
    System.arraycopy(source, offset, array, size, length);
    size += length;
  }

  /** Adds a string in Parquet's PLAIN encoding: its length in four bytes, then its bytes. */
  void addPlain(byte[] source, int offset, int length) {
    reserve(length + Integer.BYTES);
    int at = size;
    LittleEndian.setInt(array, at, length);
    System.arraycopy(source, offset, array, at + Integer.BYTES, length);
    size = at + Integer.BYTES + length;
  }

  void setInt(int at, int value) {
    LittleEndian.setInt(array, at, value);
  }
}

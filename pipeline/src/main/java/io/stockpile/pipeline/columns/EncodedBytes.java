package io.stockpile.pipeline.columns;

import java.util.Arrays;

/**
 * Bytes being put together: they begin small, grow, and are used again. Behind the last byte there
 * are always {@link #SLACK} more in the array, so whole words can be read and written anywhere.
 */
final class EncodedBytes {
  static final int SLACK = 8;
  private static final int FIRST_CAPACITY = 256;

  /** No JVM makes larger arrays. */
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  private byte[] array = new byte[FIRST_CAPACITY];
  private int size;

  /** The bytes, from 0 to {@link #size()}; another array after anything was added. */
  byte[] array() {
    return array;
  }

  int size() {
    return size;
  }

  int capacity() {
    return array.length;
  }

  /** Forgets the bytes from {@code size} on. */
  void truncate(int size) {
    this.size = size;
  }

  /** Makes room for {@code length} more bytes, slack included. */
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

  /** Adds the low {@code length} bytes of a word; the room must have been reserved. */
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

  /** Adds a value as Parquet's PLAIN encoding has it: four bytes of length, then the bytes. */
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

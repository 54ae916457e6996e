package io.stockpile.pipeline.json;

import io.stockpile.pipeline.columns.ShreddedRecord;
import java.util.Arrays;

/** Bytes that are appended to each other. Grows as needed; not thread-safe. */
public final class ByteOutput {
  private byte[] bytes = new byte[1024];
  private int size;

  /** Forgets the bytes from {@code size} on. */
  public void truncate(int size) {
    this.size = size;
  }

  int size() {
    return size;
  }

  public void put(char ascii) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) ascii;
  }

  public void put(byte[] from, int start, int end) {
    int length = end - start;
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
    }
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }

  /** A comma, unless the container has only just begun. */
  public void comma() {
    byte before = bytes[size - 1];
    if (before != '{' && before != '[') {
      put(',');
    }
  }

  /** Adds the bytes to a record as the value of a column. */
  public void addTo(ShreddedRecord record, int column, int repetition, int definition) {
    int at = record.reserveScratch(size);
    System.arraycopy(bytes, 0, record.scratch(), at, size);
    record.addJsonScratch(column, repetition, definition, at, size);
  }
}

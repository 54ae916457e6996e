package io.stockpile.pipeline.columns;

import io.stockpile.schemas.Leaf;
import java.util.Arrays;

/**
 * One record as entries for the leaf columns of one table. An entry is a column, a repetition
 * level, a definition level and a value; the entries of one column are in the order of the source.
 * A column without an entry is null in this record. Strings are slices of the line's bytes, or of
 * {@link #scratch} where they had to be unescaped, so that nothing is copied or boxed between the
 * line and the column pages.
 *
 * <p>One object is reused for all lines. Not thread-safe.
 */
public final class ShreddedRecord {
  /**
   * Column, repetition level and definition level of each entry, in 16, 8 and 8 bits of one int.
   */
  private int[] places = new int[256];

  private long[] values = new long[256];
  private int size;
  private byte[] line = new byte[0];
  private byte[] scratch = new byte[4096];
  private int scratchSize;

  /** Removes all entries. Slices that are added from now on are slices of {@code line}. */
  public void begin(byte[] line) {
    this.line = line;
    size = 0;
    scratchSize = 0;
  }

  /** The number of entries. It also serves as a mark for {@link #rollback}. */
  public int size() {
    return size;
  }

  /** Removes the entries that were added since the mark. */
  public void rollback(int mark) {
    size = mark;
  }

  public void addNull(int column, int repetition, int definition) {
    add(column, repetition, definition, 0);
  }

  /**
   * Adds a null for each of the columns from {@code first} to {@code end - 1}. {@link #number} is
   * undefined for a null.
   */
  public void addNulls(int first, int end, int repetition, int definition) {
    while (size + end - first > places.length) {
      grow();
    }
    int levels = repetition << 8 | definition;
    int at = size;
    for (int column = first; column < end; column++) {
      places[at++] = column << 16 | levels;
    }
    size = at;
  }

  /**
   * Adds a number: an INT64, DATE or TIMESTAMP as it is, a BOOLEAN as 0 or 1, a DOUBLE as its raw
   * bits.
   */
  public void addNumber(int column, int repetition, int definition, long value) {
    add(column, repetition, definition, value);
  }

  /** Adds a slice of the line. */
  public void addSlice(int column, int repetition, int definition, int offset, int length) {
    add(column, repetition, definition, (long) offset << 32 | length);
  }

  /** Adds a slice of {@link #scratch}. */
  public void addScratch(int column, int repetition, int definition, int offset, int length) {
    add(column, repetition, definition, (long) ~offset << 32 | length);
  }

  /** Moves the last entry to the place of an earlier one, which is dropped. */
  public void replace(int entry) {
    size--;
    values[entry] = values[size];
  }

  private void add(int column, int repetition, int definition, long value) {
    int at = size;
    if (at == places.length) {
      grow();
    }
    places[at] = column << 16 | repetition << 8 | definition;
    values[at] = value;
    size = at + 1;
  }

  private void grow() {
    int capacity = places.length * 2;
    places = Arrays.copyOf(places, capacity);
    values = Arrays.copyOf(values, capacity);
  }

  /**
   * Reserves scratch bytes and returns their offset. The array that {@link #scratch} returns may be
   * replaced by this.
   */
  public int reserveScratch(int length) {
    int at = scratchSize;
    if (at + length > scratch.length) {
      scratch = Arrays.copyOf(scratch, Math.max(scratch.length * 2, at + length));
    }
    scratchSize = at + length;
    return at;
  }

  /** Gives back the scratch bytes from {@code offset} on. */
  public void releaseScratch(int offset) {
    scratchSize = offset;
  }

  public byte[] scratch() {
    return scratch;
  }

  /** The {@link Leaf#index} of an entry. */
  public int column(int entry) {
    return places[entry] >>> 16;
  }

  public int repetition(int entry) {
    return places[entry] >>> 8 & 0xFF;
  }

  public int definition(int entry) {
    return places[entry] & 0xFF;
  }

  public long number(int entry) {
    return values[entry];
  }

  /** The array that contains an entry's bytes: the line's or the scratch. */
  public byte[] bytes(int entry) {
    return values[entry] < 0 ? scratch : line;
  }

  public int offset(int entry) {
    int high = (int) (values[entry] >> 32);
    return high < 0 ? ~high : high;
  }

  public int length(int entry) {
    return (int) values[entry];
  }
}

package io.stockpile.pipeline.columns;

import io.stockpile.schemas.Leaf;
import java.util.Arrays;

/**
 * One record, taken apart into entries for the leaf columns of one table: (column, repetition
 * level, definition level, value), each column's entries in the order of the source. A column
 * without any entry is null in this record. Strings are slices of the line's own bytes, or of
 * {@link #scratch} where they had to be unescaped, so nothing is copied or boxed on the way from
 * the line to the column pages.
 *
 * <p>Reused for every line. Not thread-safe.
 */
public final class ShreddedRecord {
  /** Column, repetition and definition level of each entry: 16, 8 and 8 bits of one word. */
  private int[] places = new int[256];

  private long[] values = new long[256];
  private int size;
  private byte[] line = new byte[0];
  private byte[] scratch = new byte[4096];
  private int scratchSize;

  /** Forgets all entries; slices added from now on lie in {@code line}. */
  public void begin(byte[] line) {
    this.line = line;
    size = 0;
    scratchSize = 0;
  }

  /** How many entries there are; also a mark for {@link #rollback}. */
  public int size() {
    return size;
  }

  /** Forgets the entries from the mark on. */
  public void rollback(int mark) {
    size = mark;
  }

  public void addNull(int column, int repetition, int definition) {
    add(column, repetition, definition, 0);
  }

  /**
   * Adds one null for each of the columns from {@code first} to before {@code end}. What {@link
   * #number} says of a null means nothing.
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

  /** Adds an INT64, DATE or TIMESTAMP as it is, a BOOLEAN as 0 or 1, a DOUBLE as its raw bits. */
  public void addNumber(int column, int repetition, int definition, long value) {
    add(column, repetition, definition, value);
  }

  /** Adds a slice of the line. */
  public void addSlice(int column, int repetition, int definition, int offset, int length) {
    add(column, repetition, definition, (long) offset << 32 | length);
  }

  /** Adds the scratch bytes from {@code offset} on; see {@link #scratch}. */
  public void addScratch(int column, int repetition, int definition, int offset, int length) {
    add(column, repetition, definition, (long) ~offset << 32 | length);
  }

  /** Puts the value of the last entry in the place of an earlier one, and forgets the last. */
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

  /** Reserves scratch bytes and returns where they begin; the array may be replaced by it. */
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

  /** The array that an entry's bytes lie in. */
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

package io.stockpile.pipeline.columns;

import io.stockpile.schemas.Leaf;
import java.util.Arrays;

/**
 * One record as entries for the leaf columns of one table. An entry is a value of a column with its
 * repetition and definition level, or the levels of a {@link ColumnGroups group} of columns. The
 * entries of one column are in the order of the source. Strings are slices of the line's bytes, or
 * of {@link #scratch} where they had to be unescaped, so that nothing is copied or boxed between
 * the line and the column pages.
 *
 * <p>The levels of a group stand behind the values of its columns: they end one entry of each of
 * these columns, and those that have no value since the levels before are null there. Each value of
 * a list of scalars ends its entry itself, and levels say where such a list, or an element of it,
 * is null or empty. A group without any levels is null in the whole record; the record's own group
 * needs none.
 *
 * <p>One object is reused for all lines. Not thread-safe.
 */
public final class ShreddedRecord {
  private static final int LEVELS = 1 << 31;

  /**
   * Column, repetition level and definition level of each entry, in 16, 8 and 8 bits of one int.
   * Negative for the levels of a group, whose number stands in the place of the column.
   */
  private int[] places = new int[256];

  private long[] values = new long[256];
  private int size;
  private byte[] line = new byte[0];
  private byte[] scratch = new byte[4096];
  private int scratchSize;
  private boolean json;

  /** Removes all entries. Slices that are added from now on are slices of {@code line}. */
  public void begin(byte[] line) {
    this.line = line;
    size = 0;
    scratchSize = 0;
    json = false;
  }

  /** The number of entries. It also serves as a mark for {@link #rollback}. */
  public int size() {
    return size;
  }

  /** Removes the entries that were added since the mark. */
  public void rollback(int mark) {
    size = mark;
  }

  /** Adds the levels of a group of columns. */
  public void addLevels(int group, int repetition, int definition) {
    int at = size;
    if (at == places.length) {
      grow();
    }
    places[at] = LEVELS | group << 16 | repetition << 8 | definition;
    size = at + 1;
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

  /** Adds a slice of the line to a column of JSON. */
  public void addJsonSlice(int column, int repetition, int definition, int offset, int length) {
    json = true;
    addSlice(column, repetition, definition, offset, length);
  }

  /** Adds a slice of {@link #scratch} to a column of JSON. */
  public void addJsonScratch(int column, int repetition, int definition, int offset, int length) {
    json = true;
    addScratch(column, repetition, definition, offset, length);
  }

  /** Whether anything was added to a column of JSON, even if it was removed again. */
  public boolean hasJson() {
    return json;
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

  /**
   * Finds the values of some columns.
   *
   * @param wanted by column 1 or 0; behind the last column a 0
   * @param found receives the positions of their entries; as long as the {@link #size} at least
   * @return how many there are
   */
  public int find(byte[] wanted, int[] found) {
    int none = wanted.length - 1;
    int count = 0;
    // Without a branch, because none could be foretold.
    for (int entry = 0; entry < size; entry++) {
      found[count] = entry;
      count += wanted[Math.min(places[entry] >>> 16, none)];
    }
    return count;
  }

  /** Whether the entry is the levels of a group and not a value. */
  public boolean isLevels(int entry) {
    return places[entry] < 0;
  }

  /** The group's number of an entry that is the levels of a group. */
  public int group(int entry) {
    return places[entry] >>> 16 & 0x7FFF;
  }

  /** The {@link Leaf#index} of a value's column. */
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

package io.stockpile.pipeline.columns;

import java.util.Arrays;

/**
 * The levels of one group of columns in the current section. For each entry it has the repetition
 * level, and the definition level of a column without a value there. Columns themselves note only
 * the positions at which they have values, so a column without any costs nothing.
 *
 * <p>A row in which the group does not occur gets an entry of level 0, when the next row comes or
 * the section ends. Not thread-safe.
 */
public final class GroupLevels {
  private static final int FIRST_ENTRIES = 256;
  private static final int REPETITION = 4;
  private static final int DEFINITION = 0xF;
  private static final int MAX_REPETITION = 7;

  private final ColumnGroups.Group group;
  private final Shared repetitions = new Shared();
  private final Shared nulls = new Shared();

  /**
   * Both levels of each entry in one byte, the definition level in the lower four bits. Zero from
   * the last entry on.
   */
  private byte[] levels = new byte[FIRST_ENTRIES];

  private int entries;
  private int sectionRow;
  private int rowFrom;
  private int rows;

  /** Levels that were encoded for one column, to be used again for the others of the group. */
  private static final class Shared {
    private final EncodedBytes bytes = new EncodedBytes();
    private Span of = Span.NONE;
  }

  /** A range of entries, and the greatest level that may occur in it. */
  private record Span(int from, int to, int highest) {
    static final Span NONE = new Span(-1, -1, -1);
  }

  /**
   * @throws IllegalArgumentException when the group is nested too deeply: both levels must fit into
   *     one byte
   */
  public GroupLevels(ColumnGroups.Group group) {
    if (group.definition() >= DEFINITION || group.repetition() > MAX_REPETITION) {
      throw new IllegalArgumentException(
          "A table may have %d lists in each other, and %d structs and lists; this one has %d and %d"
              .formatted(MAX_REPETITION, DEFINITION - 1, group.repetition(), group.definition()));
    }
    this.group = group;
  }

  ColumnGroups.Group group() {
    return group;
  }

  /** The number of entries so far, which is the position of the next one. */
  int entries() {
    return entries;
  }

  /** The position of the first entry of the row that was {@linkplain #open opened} last. */
  int rowFrom() {
    return rowFrom;
  }

  /** Begins a row: the next entries belong to it. */
  void open(int row) {
    if (row >= rows) {
      close(row);
      rowFrom = entries;
      rows = row + 1;
    }
  }

  /**
   * Adds an entry.
   *
   * @param row the record's number in the row group
   * @throws IllegalArgumentException when the repetition level cannot follow the one before
   */
  public void add(int row, int repetition, int definition) {
    if (repetition == 0) {
      open(row);
    }
    boolean first = rowFrom == entries;
    if (row + 1 != rows || repetition > group.repetition() || first != (repetition == 0)) {
      throw new IllegalArgumentException(
          "An entry with repetition level "
              + repetition
              + " cannot be the "
              + (entries - rowFrom + 1)
              + ". of its row in a group of "
              + group.repetition()
              + " lists");
    }
    if (entries == levels.length) {
      grow(entries + 1);
    }
    levels[entries++] = (byte) (repetition << REPETITION | definition);
  }

  /**
   * Adds the entries of the rows before {@code row} in which the group did not occur.
   *
   * @throws IllegalArgumentException when the last row was opened but no entry was added to it
   */
  public void close(int row) {
    if (rows > sectionRow && rowFrom == entries) {
      throw new IllegalArgumentException(
          "A record has values of a group of columns, but not the group's levels behind them");
    }
    int missing = row - rows;
    if (missing > 0) {
      if (entries + missing > levels.length) {
        grow(entries + missing);
      }
      entries += missing;
      rows = row;
    }
  }

  /** Begins a section with this row, and removes the entries of the section before. */
  public void beginSection(int row) {
    Arrays.fill(levels, 0, entries, (byte) 0);
    entries = 0;
    sectionRow = row;
    rowFrom = 0;
    rows = row;
    repetitions.of = Span.NONE;
    nulls.of = Span.NONE;
  }

  private void grow(int needed) {
    levels = Arrays.copyOf(levels, Math.max(needed, levels.length * 2));
  }

  /** In how many of the entries the struct or element exists. */
  int present(int from, int to) {
    int present = 0;
    for (int at = from; at < to; at++) {
      present += (levels[at] & DEFINITION) >= group.definition() ? 1 : 0;
    }
    return present;
  }

  /** Appends the repetition levels of a page, which are the same for all columns of the group. */
  void encodeRepetitions(int from, int to, PageWorkspace workspace, EncodedBytes out) {
    if (group.repetition() > 0) {
      Span span = new Span(from, to, group.repetition());
      encode(repetitions, span, REPETITION, workspace, out);
    }
  }

  /** Appends the definition levels of a page in which the column has no value. */
  void encodeNulls(int from, int to, int maxDefinition, PageWorkspace workspace, EncodedBytes out) {
    encode(nulls, new Span(from, to, maxDefinition), 0, workspace, out);
  }

  private void encode(
      Shared shared, Span span, int shift, PageWorkspace workspace, EncodedBytes out) {
    if (!span.equals(shared.of)) {
      int count = span.to() - span.from();
      byte[] page = workspace.levels(count);
      for (int at = 0; at < count; at++) {
        page[at] = (byte) (levels[span.from() + at] >>> shift & DEFINITION);
      }
      shared.bytes.truncate(0);
      LevelEncoder.encode(page, count, span.highest(), shared.bytes);
      shared.of = span;
    }
    out.addBytes(shared.bytes.array(), 0, shared.bytes.size());
  }

  /**
   * Appends the definition levels of a page of an optional column.
   *
   * @param values 1 at the position of each entry with a value, otherwise 0
   */
  void encodeDefinitions(
      int from, int to, byte[] values, PageWorkspace workspace, EncodedBytes out) {
    byte[] page = workspace.levels(to - from);
    for (int at = from; at < to; at++) {
      page[at - from] = (byte) ((levels[at] & DEFINITION) + values[at]);
    }
    LevelEncoder.encode(page, to - from, group.definition() + 1, out);
  }

  /** How much memory it takes, in bytes. */
  public long capacityBytes() {
    return (long) levels.length + repetitions.bytes.capacity() + nulls.bytes.capacity();
  }
}

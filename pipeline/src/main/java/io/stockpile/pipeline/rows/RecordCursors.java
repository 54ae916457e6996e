package io.stockpile.pipeline.rows;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.Primitive;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Has a cursor for each column on a record's entries. */
final class RecordCursors {
  private static final int NONE = -1;

  private final Leaf[] leaves;
  private final int[] current;
  private final int[] last;
  private int[] next = new int[256];
  private ShreddedRecord record = new ShreddedRecord();

  RecordCursors(Leaf[] leaves) {
    this.leaves = leaves;
    current = new int[leaves.length];
    last = new int[leaves.length];
  }

  void begin(ShreddedRecord begun) {
    record = begun;
    Arrays.fill(current, NONE);
    if (next.length < record.size()) {
      next = new int[Math.max(record.size(), next.length * 2)];
    }
    for (int entry = 0; entry < record.size(); entry++) {
      int column = record.column(entry);
      next[entry] = NONE;
      if (current[column] == NONE) {
        current[column] = entry;
      } else {
        next[last[column]] = entry;
      }
      last[column] = entry;
    }
  }

  /**
   * The greatest definition level of the next entries of the columns. It tells which of the groups
   * that the columns share are present. A column without an entry counts as null.
   */
  int definition(int firstLeaf, int endLeaf) {
    int greatest = 0;
    for (int leaf = firstLeaf; leaf < endLeaf; leaf++) {
      if (current[leaf] != NONE) {
        greatest = Math.max(greatest, record.definition(current[leaf]));
      }
    }
    return greatest;
  }

  /** Whether the column has a next entry. */
  boolean has(int leaf) {
    return current[leaf] != NONE;
  }

  /**
   * Whether the next entries of the columns belong to another element of the list with this
   * repetition level.
   */
  boolean repeats(int firstLeaf, int endLeaf, int repetition) {
    for (int leaf = firstLeaf; leaf < endLeaf; leaf++) {
      if (current[leaf] != NONE) {
        return record.repetition(current[leaf]) == repetition;
      }
    }
    return false;
  }

  /** Moves the cursor of each column behind its next entry. */
  void skip(int firstLeaf, int endLeaf) {
    for (int leaf = firstLeaf; leaf < endLeaf; leaf++) {
      if (current[leaf] != NONE) {
        current[leaf] = next[current[leaf]];
      }
    }
  }

  /** The value of the column's next entry, which must not be a null. Moves the cursor behind it. */
  Object take(int leaf) {
    int entry = current[leaf];
    current[leaf] = next[entry];
    Primitive type = leaves[leaf].type();
    return switch (type) {
      case STRING, JSON ->
          new String(
              record.bytes(entry),
              record.offset(entry),
              record.length(entry),
              StandardCharsets.UTF_8);
      case BINARY -> {
        int from = record.offset(entry);
        yield Arrays.copyOfRange(record.bytes(entry), from, from + record.length(entry));
      }
      case BOOLEAN, INT64, DOUBLE, DATE, TIMESTAMP ->
          RowValues.ofNumber(type, record.number(entry));
    };
  }
}

package io.stockpile.pipeline.rows;

import io.stockpile.pipeline.columns.ColumnEntries;
import io.stockpile.pipeline.columns.ColumnGroups;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Has a cursor for each column on a record's entries. */
final class RecordCursors {
  private final Leaf[] leaves;
  private final ColumnEntries entries;
  private final int[] current;
  private ShreddedRecord record = new ShreddedRecord();

  RecordCursors(TableSchema table) {
    leaves = table.leaves().toArray(new Leaf[0]);
    entries = new ColumnEntries(ColumnGroups.of(table), leaves.length);
    current = new int[leaves.length];
  }

  void begin(ShreddedRecord begun) {
    record = begun;
    entries.begin(begun);
    for (int leaf = 0; leaf < current.length; leaf++) {
      current[leaf] = entries.first(leaf);
    }
  }

  /**
   * The greatest definition level of the next entries of the columns. It tells which of the groups
   * that the columns share are present. A column without an entry counts as null.
   */
  int definition(int firstLeaf, int endLeaf) {
    int greatest = 0;
    for (int leaf = firstLeaf; leaf < endLeaf; leaf++) {
      if (current[leaf] != ColumnEntries.NONE) {
        greatest = Math.max(greatest, record.definition(entries.inRecord(current[leaf])));
      }
    }
    return greatest;
  }

  /** Whether the column has a next entry. */
  boolean has(int leaf) {
    return current[leaf] != ColumnEntries.NONE;
  }

  /**
   * Whether the next entries of the columns belong to another element of the list with this
   * repetition level.
   */
  boolean repeats(int firstLeaf, int endLeaf, int repetition) {
    for (int leaf = firstLeaf; leaf < endLeaf; leaf++) {
      if (current[leaf] != ColumnEntries.NONE) {
        return record.repetition(entries.inRecord(current[leaf])) == repetition;
      }
    }
    return false;
  }

  /** Moves the cursor of each column behind its next entry. */
  void skip(int firstLeaf, int endLeaf) {
    for (int leaf = firstLeaf; leaf < endLeaf; leaf++) {
      if (current[leaf] != ColumnEntries.NONE) {
        current[leaf] = entries.next(current[leaf]);
      }
    }
  }

  /** The value of the column's next entry, which must not be a null. Moves the cursor behind it. */
  Object take(int leaf) {
    int entry = entries.inRecord(current[leaf]);
    current[leaf] = entries.next(current[leaf]);
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

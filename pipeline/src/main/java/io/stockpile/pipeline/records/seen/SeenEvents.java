package io.stockpile.pipeline.records.seen;

import io.stockpile.pipeline.columns.ColumnEntries;
import io.stockpile.pipeline.columns.ColumnGroups;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.shred.RecordShredder;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Remembers events of one kind. Events have no id, so two events are the same if all their values
 * are, including the time. The same user at another time is another event, because users are
 * protected, suspended and deleted repeatedly. The order of members does not matter.
 */
public final class SeenEvents implements SeenBefore {
  /**
   * Columns that are not compared: those that the archive adds, and the one with the whole event.
   */
  private static final List<String> APART = List.of("data", "extra", "event");

  private final List<Leaf> leaves;
  private final ColumnEntries entries;
  private final DigestSet seen = new DigestSet();
  private final ByteBuffer number = ByteBuffer.allocate(Integer.BYTES + Long.BYTES);

  public SeenEvents(TableSchema table) {
    leaves =
        table.leaves().stream()
            .filter(leaf -> !APART.contains(leaf.dotted()))
            .filter(leaf -> !isComputed(table, leaf))
            .toList();
    entries = new ColumnEntries(ColumnGroups.of(table), table.leaves().size());
  }

  private static boolean isComputed(TableSchema table, Leaf leaf) {
    return table.fields().stream()
        .anyMatch(field -> field.computed() && field.id() == leaf.fieldId());
  }

  @Override
  public boolean add(RecordShredder shredder, ShreddedRecord record, long micros) {
    entries.begin(record);
    for (Leaf leaf : leaves) {
      int entry = entries.first(leaf.index());
      while (entry != ColumnEntries.NONE) {
        addValue(record, entries.inRecord(entry), leaf);
        entry = entries.next(entry);
      }
    }
    return seen.add();
  }

  /**
   * Adds column, definition level and length before the value, so that different events never give
   * the same bytes.
   */
  private void addValue(ShreddedRecord record, int entry, Leaf leaf) {
    boolean there = record.definition(entry) == leaf.maxDefinition();
    boolean text = there && isText(leaf);
    long value = there ? record.number(entry) : 0;
    number.putInt(0, leaf.index() << 8 | record.definition(entry));
    number.putLong(Integer.BYTES, text ? record.length(entry) : value);
    seen.update(number.array());
    if (text) {
      seen.update(record.bytes(entry), record.offset(entry), record.length(entry));
    }
  }

  private static boolean isText(Leaf leaf) {
    return switch (leaf.type()) {
      case STRING, JSON, BINARY -> true;
      case BOOLEAN, INT64, DOUBLE, DATE, TIMESTAMP -> false;
    };
  }
}

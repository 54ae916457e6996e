package io.stockpile.pipeline.records;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.shred.RecordShredder;

/** Remembers records by their id, and records without an id by their time and bytes. */
final class SeenObjects implements SeenBefore {
  private final RowColumns columns;
  private final SeenIds ids;
  private final SeenRecords records = new SeenRecords();

  /**
   * @param ids shared by all routes of one object and action
   */
  SeenObjects(RowColumns columns, SeenIds ids) {
    this.columns = columns;
    this.ids = ids;
  }

  @Override
  public boolean add(RecordShredder shredder, ShreddedRecord record, long micros) {
    int id = shredder.entry(columns.id());
    if (id >= 0) {
      return ids.add(record.number(id));
    }
    int data = shredder.entry(columns.data());
    return records.add(micros, record.bytes(data), record.offset(data), record.length(data));
  }
}

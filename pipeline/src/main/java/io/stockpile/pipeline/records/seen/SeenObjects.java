package io.stockpile.pipeline.records.seen;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.shred.RecordShredder;

/** Remembers records by their id, and records without an id by their time and bytes. */
public final class SeenObjects implements SeenBefore {
  private final int idColumn;
  private final int dataColumn;
  private final SeenIds ids;
  private final SeenRecords records = new SeenRecords();

  /**
   * @param idColumn the record's own id
   * @param dataColumn the whole record; not used for a table that demands an id
   * @param ids shared by all routes of one object and action
   */
  public SeenObjects(int idColumn, int dataColumn, SeenIds ids) {
    this.idColumn = idColumn;
    this.dataColumn = dataColumn;
    this.ids = ids;
  }

  @Override
  public boolean add(RecordShredder shredder, ShreddedRecord record, long micros) {
    int id = shredder.entry(idColumn);
    if (id >= 0) {
      return ids.add(record.number(id));
    }
    int data = shredder.entry(dataColumn);
    return records.add(micros, record.bytes(data), record.offset(data), record.length(data));
  }
}

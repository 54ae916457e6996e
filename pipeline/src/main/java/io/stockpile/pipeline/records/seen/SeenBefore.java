package io.stockpile.pipeline.records.seen;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.shred.RecordShredder;

/** Remembers the records of one kind that came before in a unit. */
public interface SeenBefore {

  /**
   * Remembers the record that was shredded last.
   *
   * @param micros the record's time
   * @return false when the same record came before
   */
  boolean add(RecordShredder shredder, ShreddedRecord record, long micros);
}

package io.stockpile.pipeline.records;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.shred.RecordShredder;

/** What records of one kind came before in a unit. */
interface SeenBefore {

  /**
   * Remembers the record that the shredder has taken apart last.
   *
   * @param micros the instant of its date column
   * @return false when it came before
   */
  boolean add(RecordShredder shredder, ShreddedRecord record, long micros);
}

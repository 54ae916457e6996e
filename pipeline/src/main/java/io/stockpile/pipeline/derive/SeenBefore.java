package io.stockpile.pipeline.derive;

import io.stockpile.pipeline.json.RecordShredder;
import io.stockpile.pipeline.records.ShreddedRecord;

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

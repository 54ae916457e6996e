package io.stockpile.pipeline.derive;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;

/** Gets what the lines of a unit become. Records are used again: nothing of one is to be kept. */
public interface LineSink {

  /**
   * A row with all its columns.
   *
   * @param epochDay the day of its partition
   */
  void row(TableSchema table, ShreddedRecord record, long epochDay) throws IOException;

  /** A line that no table took, as a row of {@link io.stockpile.schemas.Tables#REJECTED}. */
  void rejected(ShreddedRecord record) throws IOException;
}

package io.stockpile.pipeline.derive;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;

/**
 * Receives the rows and the rejected lines of one unit. The caller reuses the records, so an
 * implementation must copy what it needs of one before it returns.
 */
public interface LineSink {

  /**
   * Takes a row with all its columns.
   *
   * @param epochDay its partition, in days since 1970-01-01
   */
  void row(TableSchema table, ShreddedRecord record, long epochDay) throws IOException;

  /** Takes a rejected line, as a row of {@link io.stockpile.schemas.Tables#REJECTED}. */
  void rejected(ShreddedRecord record) throws IOException;
}

package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.records.Route;
import io.stockpile.pipeline.records.RowColumns;
import java.nio.charset.StandardCharsets;

/** Fills the columns that say where a row came from and what kind of record it is. */
final class RowStamp {
  private static final byte[] OF_EVENT = "event".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OF_UNIT = "unit".getBytes(StandardCharsets.US_ASCII);

  private final byte[] unitName;

  RowStamp(ArchiveUnit unit) {
    unitName = unit.name().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Adds these columns to a record whose other columns are all there.
   *
   * @param number the number of its line in the unit, from 1
   * @param dated whether its partition was taken from the record's own time, and not from the
   *     unit's
   */
  void put(Route route, ShreddedRecord record, long number, boolean dated) {
    RowColumns columns = route.columns();
    addText(record, columns.sourceUnit(), 0, unitName);
    record.addNumber(columns.sourceLine(), 0, 0, number);
    if (columns.format() >= 0) {
      addText(record, columns.format(), 0, route.format());
    }
    if (route.event().length > 0) {
      addText(record, columns.event(), 1, route.event());
    }
    if (columns.timeSource() >= 0) {
      addText(record, columns.timeSource(), 1, dated ? OF_EVENT : OF_UNIT);
    }
  }

  static void addText(ShreddedRecord record, int column, int definition, byte[] text) {
    int at = record.reserveScratch(text.length);
    System.arraycopy(text, 0, record.scratch(), at, text.length);
    record.addScratch(column, 0, definition, at, text.length);
  }
}

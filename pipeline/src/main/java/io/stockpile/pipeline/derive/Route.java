package io.stockpile.pipeline.derive;

import io.stockpile.pipeline.json.RecordShredder;
import io.stockpile.pipeline.records.ShreddedRecord;
import io.stockpile.schemas.TableSchema;
import java.nio.charset.StandardCharsets;

/**
 * One kind of line: the table that takes it, how it is taken apart, and which records of its object
 * and action came before.
 */
final class Route implements Verdict {
  private final TableSchema table;
  private final LineShape shape;
  private final RecordShredder shredder;
  private final RowColumns columns;
  private final SeenBefore seen;
  private final byte[] format;
  private final byte[] event;

  /**
   * @param columns those of the table
   * @param seen shared by all routes of one object and action
   */
  Route(
      TableSchema table,
      LineShape shape,
      RecordShredder shredder,
      RowColumns columns,
      SeenBefore seen) {
    this(table, shape, shredder, columns, seen, "");
  }

  /**
   * @param event what a column {@code event} says of its rows; empty when the record says it
   */
  Route(
      TableSchema table,
      LineShape shape,
      RecordShredder shredder,
      RowColumns columns,
      SeenBefore seen,
      String event) {
    this.table = table;
    this.shape = shape;
    this.shredder = shredder;
    this.columns = columns;
    this.seen = seen;
    format = shape.label().getBytes(StandardCharsets.US_ASCII);
    this.event = event.getBytes(StandardCharsets.US_ASCII);
  }

  TableSchema table() {
    return table;
  }

  LineShape shape() {
    return shape;
  }

  /** What a column {@code format} says of its rows. */
  byte[] format() {
    return format;
  }

  /** What a column {@code event} says of its rows; empty when the record says it. */
  byte[] event() {
    return event;
  }

  RecordShredder shredder() {
    return shredder;
  }

  RowColumns columns() {
    return columns;
  }

  /** Remembers the record that the shredder has taken apart last; false when it came before. */
  boolean isNew(ShreddedRecord record, long micros) {
    return seen.add(shredder, record, micros);
  }
}

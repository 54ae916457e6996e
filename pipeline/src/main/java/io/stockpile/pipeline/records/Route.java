package io.stockpile.pipeline.records;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.records.seen.SeenBefore;
import io.stockpile.pipeline.shred.RecordShredder;
import io.stockpile.schemas.TableSchema;
import java.nio.charset.StandardCharsets;

/**
 * The way of one kind of line: its table, the shredder for it, and the records of the same object
 * and action that came before.
 */
public final class Route implements Verdict {
  private final TableSchema table;
  private final LineShape shape;
  private final RecordShredder shredder;
  private final RowColumns columns;
  private final SeenBefore seen;
  private final byte[] format;
  private final byte[] event;

  /**
   * @param columns the columns of the table
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
   * @param event the value of the column {@code event}; empty when the record itself has it
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

  public TableSchema table() {
    return table;
  }

  public LineShape shape() {
    return shape;
  }

  /** The value of the column {@code format}. */
  public byte[] format() {
    return format;
  }

  /** The value of the column {@code event}; empty when the record itself has it. */
  public byte[] event() {
    return event;
  }

  public RecordShredder shredder() {
    return shredder;
  }

  public RowColumns columns() {
    return columns;
  }

  /** Remembers the record that was shredded last; false when the same record came before. */
  public boolean isNew(ShreddedRecord record, long micros) {
    return seen.add(shredder, record, micros);
  }
}

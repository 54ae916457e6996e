package io.stockpile.pipeline.records;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.shred.RecordShredder;
import io.stockpile.schemas.TableSchema;
import java.nio.charset.StandardCharsets;

/**
 * One kind of line: the table that takes it, how it is taken apart, and which records of its object
 * and action came before.
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

  public TableSchema table() {
    return table;
  }

  public LineShape shape() {
    return shape;
  }

  /** What a column {@code format} says of its rows. */
  public byte[] format() {
    return format;
  }

  /** What a column {@code event} says of its rows; empty when the record says it. */
  public byte[] event() {
    return event;
  }

  public RecordShredder shredder() {
    return shredder;
  }

  public RowColumns columns() {
    return columns;
  }

  /** Remembers the record that the shredder has taken apart last; false when it came before. */
  public boolean isNew(ShreddedRecord record, long micros) {
    return seen.add(shredder, record, micros);
  }
}

package io.stockpile.pipeline.derive;

import io.stockpile.pipeline.json.RecordShredder;
import io.stockpile.schemas.TableSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One kind of line: the table that takes it, how it is taken apart, and which records of its object
 * and action came before.
 */
final class Route implements Verdict {
  private final TableSchema table;
  private final LineShape shape;
  private final RecordShredder shredder;
  private final RowColumns columns;
  private final byte[] format;
  private final SeenIds seenIds;
  private final SeenRecords seenRecords = new SeenRecords();

  /**
   * @param marked the names whose presence the shredder marks
   * @param seenIds shared by all routes of one object and action
   */
  Route(TableSchema table, LineShape shape, List<String> marked, SeenIds seenIds) {
    this.table = table;
    this.shape = shape;
    this.seenIds = seenIds;
    shredder = RecordShredder.compile(table, shape.format(), marked);
    columns = RowColumns.of(table);
    format = shape.format().getBytes(StandardCharsets.US_ASCII);
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

  RecordShredder shredder() {
    return shredder;
  }

  RowColumns columns() {
    return columns;
  }

  SeenIds seenIds() {
    return seenIds;
  }

  SeenRecords seenRecords() {
    return seenRecords;
  }
}

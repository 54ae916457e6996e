package io.stockpile.pipeline.jobs.erase.search;

import io.stockpile.pipeline.erase.text.Erased;
import io.stockpile.pipeline.erase.text.LineEraser;
import io.stockpile.pipeline.json.PaddedLine;
import io.stockpile.pipeline.parquet.ColumnScan;
import io.stockpile.pipeline.parquet.ColumnValues;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/**
 * Searches the columns of a table that hold JSON or raw lines, which may contain records that have
 * no column. Not thread-safe.
 */
final class TextHits {
  private static final List<String> COLUMNS = List.of("extra", "data", "raw");
  private static final String WHOLE_LINES = "raw";

  private final List<String> columns;
  private final String table;
  private final LineEraser eraser;

  /** Receives texts in which something would be erased. */
  interface Taker {
    /**
     * @param wholeLine whether the text is the line, or its beginning
     * @return whether to go on
     */
    boolean take(int row, byte[] text, boolean wholeLine, Erased erased);
  }

  TextHits(TableSchema table, LineEraser eraser) {
    this.table = table.name();
    this.eraser = eraser;
    columns =
        COLUMNS.stream()
            .filter(name -> table.leaves().stream().anyMatch(leaf -> leaf.dotted().equals(name)))
            .toList();
  }

  /**
   * Sets the bits of the rows in the scan's row group that may contain an id to erase.
   *
   * @param first whether to end at the first
   */
  void mark(ColumnScan scan, BitSet hits, boolean first) throws IOException {
    find(
        scan,
        (row, text, wholeLine, erased) -> {
          hits.set(row);
          return !first;
        });
  }

  /** Finds all texts of the scan's row group in which something would be erased. */
  void find(ColumnScan scan, Taker taker) throws IOException {
    boolean more = true;
    for (String column : columns) {
      more = more && find(scan, column, taker);
    }
  }

  private boolean find(ColumnScan scan, String column, Taker taker) throws IOException {
    if (scan.facts(column).filter(facts -> !facts.isAllNull()).isEmpty()) {
      return true;
    }
    String head = column.equals("data") ? envelope(table) : "";
    String tail = head.isEmpty() ? "" : "}";
    scan.read(List.of(column));
    ColumnValues values = scan.column(column).orElseThrow();
    while (values.next()) {
      if (!values.isNull()) {
        byte[] text = values.bytes();
        byte[] line = PaddedLine.of(head, text, 0, text.length, tail);
        Erased erased = eraser.erase(line, 0, PaddedLine.end(line));
        if (!(erased instanceof Erased.Untouched)
            && !taker.take(values.row(), text, column.equals(WHOLE_LINES), erased)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * The text before the data in a line of the table; empty for a table whose data is the whole
   * line.
   */
  private static String envelope(String table) {
    String object =
        switch (table) {
          case "stocktwits/message_deletions" -> "Message";
          case "stocktwits/message_likes" -> "LikeMessage";
          case "stocktwits/friendships" -> "Friendship";
          case "stocktwits/blocks" -> "Block";
          default -> "";
        };
    return object.isEmpty()
        ? ""
        : "{\"object\":\"" + object + "\",\"action\":\"destroy\",\"data\":";
  }
}

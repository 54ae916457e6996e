package io.stockpile.pipeline.report.facts;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The size of one table and its growth.
 *
 * @param months the size by the month of the events
 */
public record TableFacts(String table, Size total, SortedMap<YearMonth, Size> months) {

  public TableFacts {
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
  }

  /** A size. */
  public record Size(long files, long rows, long bytes) {
    public static final Size NOTHING = new Size(0, 0, 0);

    /** The sum of both. */
    public Size plus(Size other) {
      return new Size(files + other.files, rows + other.rows, bytes + other.bytes);
    }
  }
}

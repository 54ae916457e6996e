package io.stockpile.pipeline.parquet;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the footer of a Parquet file says about its rows.
 *
 * @param rowGroups the offsets of the row groups in bytes, ascending
 * @param columns the columns of whole numbers and times outside lists, by their field ids
 */
public record FileFacts(long rows, List<Long> rowGroups, Map<Integer, Numbers> columns) {
  public FileFacts {
    rowGroups = List.copyOf(rowGroups);
    columns = Map.copyOf(columns);
  }

  /**
   * The exact bounds of one column's values; times are in microseconds since 1970-01-01T00:00:00Z.
   *
   * @param nulls how many rows have no value
   * @param range empty when no row has a value
   */
  public record Numbers(long nulls, Optional<Range> range) {
    Numbers and(Numbers other) {
      return new Numbers(
          nulls + other.nulls,
          range.isPresent() && other.range.isPresent()
              ? Optional.of(range.get().and(other.range.get()))
              : range.or(other::range));
    }
  }

  /** The smallest and the largest value. */
  public record Range(long min, long max) {
    Range and(Range other) {
      return new Range(Math.min(min, other.min), Math.max(max, other.max));
    }
  }
}

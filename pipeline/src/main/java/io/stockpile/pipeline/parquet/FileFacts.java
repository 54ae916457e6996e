package io.stockpile.pipeline.parquet;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Parquet file's footer says of its rows.
 *
 * @param rowGroups where each row group begins, in bytes from the file's begin, rising
 * @param columns of whole numbers and times that are in no list, by their field ids
 */
public record FileFacts(long rows, List<Long> rowGroups, Map<Integer, Numbers> columns) {
  public FileFacts {
    rowGroups = List.copyOf(rowGroups);
    columns = Map.copyOf(columns);
  }

  /**
   * One column's values, exactly; times are microseconds since 1970-01-01T00:00:00Z.
   *
   * @param nulls how many rows have none
   * @param range empty when no row has one
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

  /** Smallest and largest. */
  public record Range(long min, long max) {
    Range and(Range other) {
      return new Range(Math.min(min, other.min), Math.max(max, other.max));
    }
  }
}

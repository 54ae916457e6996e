package io.stockpile.pipeline.parquet;

import java.io.Serializable;
import java.util.Set;

/**
 * How Parquet files are written.
 *
 * @param rowGroupRows after this many rows a row group ends
 * @param rowGroupBytes or after this many compressed bytes
 * @param pageRows after this many rows a page ends
 * @param pageBytes or when one column's page has this many bytes
 * @param fileBytes a file ends at the row group that reaches this many bytes, and the next part
 *     begins
 * @param openPartitions how many partitions of one table are open at most; the one that was written
 *     least recently is finished first
 * @param zstdLevel zstd's own level
 * @param bloomFilters the dotted names of the leaves that get a bloom filter
 */
public record WriterSettings(
    int rowGroupRows,
    long rowGroupBytes,
    int pageRows,
    int pageBytes,
    long fileBytes,
    int openPartitions,
    int zstdLevel,
    Set<String> bloomFilters)
    implements Serializable {

  public WriterSettings {
    bloomFilters = Set.copyOf(bloomFilters);
  }

  /** What every job uses unless it is told otherwise. */
  public static WriterSettings defaults() {
    return new WriterSettings(122_880, 64L << 20, 20_000, 1 << 20, 512L << 20, 8, 3, Set.of());
  }
}

package io.stockpile.pipeline.parquet;

import java.io.Serializable;
import java.util.Set;

/**
 * How Parquet files are written.
 *
 * @param rowGroupRows a row group ends after this many rows
 * @param rowGroupBytes a row group ends after this many compressed bytes
 * @param pageRows a page ends after this many rows
 * @param pageBytes a page ends when it has this many bytes
 * @param fileBytes a file ends at the row group that reaches this many bytes, and the next part
 *     begins
 * @param openPartitions how many partitions of one table are open at most; the one that was written
 *     least recently is finished first
 * @param zstdLevel the compression level of zstd
 * @param bloomFilters the dotted paths of the leaves that get a Bloom filter
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

  /** The settings of every job whose options say nothing else. */
  public static WriterSettings defaults() {
    return new WriterSettings(122_880, 64L << 20, 20_000, 1 << 20, 512L << 20, 8, 3, Set.of());
  }
}

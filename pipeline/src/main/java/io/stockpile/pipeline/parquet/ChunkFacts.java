package io.stockpile.pipeline.parquet;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.DictionaryPageReadStore;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/**
 * What a file's metadata says about the values of one column in one row group, without reading the
 * values. Valid until the scan moves to another row group.
 */
public final class ChunkFacts {
  private final String key;
  private final ParquetFileReader reader;
  private final BlockMetaData block;
  private final ColumnChunkMetaData chunk;
  private final ColumnDescriptor column;

  ChunkFacts(
      String key,
      ParquetFileReader reader,
      BlockMetaData block,
      ColumnChunkMetaData chunk,
      ColumnDescriptor column) {
    this.key = key;
    this.reader = reader;
    this.block = block;
    this.chunk = chunk;
    this.column = column;
  }

  /** A range of numbers, both bounds included. */
  public record Range(long min, long max) {}

  /** The range of the column's numbers; empty when the file does not have it. */
  public Optional<Range> range() {
    return Optional.ofNullable(chunk.getStatistics())
        .filter(LongStatistics.class::isInstance)
        .map(LongStatistics.class::cast)
        .filter(Statistics::hasNonNullValue)
        .map(known -> new Range(known.getMin(), known.getMax()));
  }

  /** Whether the file says that all values are null. */
  public boolean isAllNull() {
    Statistics<?> known = chunk.getStatistics();
    return known != null
        && known.isNumNullsSet()
        && !known.hasNonNullValue()
        && known.getNumNulls() >= chunk.getValueCount();
  }

  /**
   * All distinct numbers of the column, from its dictionary; empty when it is not certain that the
   * dictionary has all of them.
   */
  public Optional<LongStream> distinct() throws IOException {
    EncodingStats pages = chunk.getEncodingStats();
    if (pages == null || !pages.hasDictionaryPages() || pages.hasNonDictionaryEncodedPages()) {
      return Optional.empty();
    }
    try {
      DictionaryPageReadStore dictionaries = reader.getDictionaryReader(block);
      DictionaryPage page = dictionaries.readDictionaryPage(column);
      if (page == null) {
        return Optional.empty();
      }
      Dictionary dictionary = page.getEncoding().initDictionary(column, page);
      return Optional.of(
          LongStream.rangeClosed(0, dictionary.getMaxId())
              .map(at -> dictionary.decodeToLong(Math.toIntExact(at))));
    } catch (RuntimeException e) {
      throw ColumnScan.damaged(key, e);
    }
  }

  /**
   * Whether the Bloom filter says that the column has none of the numbers; false without a filter.
   */
  public boolean rulesOut(LongStream numbers) throws IOException {
    if (chunk.getBloomFilterOffset() < 0) {
      return false;
    }
    try {
      BloomFilter filter = reader.getBloomFilterDataReader(block).readBloomFilter(chunk);
      return filter != null && numbers.noneMatch(number -> filter.findHash(filter.hash(number)));
    } catch (RuntimeException e) {
      throw ColumnScan.damaged(key, e);
    }
  }

  /** The size of the values in the file, in bytes. */
  public long bytes() {
    return chunk.getTotalSize();
  }
}

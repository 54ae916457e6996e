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
 * What a file says of the values of one column in one row group, without the values being read.
 * Good as long as its scan stands at that row group.
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

  /** The bounds of numbers, these included. */
  public record Range(long min, long max) {}

  /** Within which bounds the numbers lie; empty when the file does not say. */
  public Optional<Range> range() {
    return Optional.ofNullable(chunk.getStatistics())
        .filter(LongStatistics.class::isInstance)
        .map(LongStatistics.class::cast)
        .filter(Statistics::hasNonNullValue)
        .map(known -> new Range(known.getMin(), known.getMax()));
  }

  /** Whether the file says that there is no value. */
  public boolean isAllNull() {
    Statistics<?> known = chunk.getStatistics();
    return known != null
        && known.isNumNullsSet()
        && !known.hasNonNullValue()
        && known.getNumNulls() >= chunk.getValueCount();
  }

  /**
   * All numbers that there are, each once, from the dictionary; empty when not all of them are
   * known to be in it.
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

  /** Whether the bloom filter says that none of the numbers is there; false when there is none. */
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

  /** How many bytes of the file its values take. */
  public long bytes() {
    return chunk.getTotalSize();
  }
}

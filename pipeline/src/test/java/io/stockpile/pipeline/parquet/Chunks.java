package io.stockpile.pipeline.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/** Reads footers and indexes of files with parquet-java. */
final class Chunks {
  private Chunks() {}

  static ParquetFileReader open(TestFiles files, String key) throws IOException {
    return ParquetFileReader.open(
        files.input(key), ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
  }

  static ColumnChunkMetaData chunk(BlockMetaData rowGroup, String path) {
    return rowGroup.getColumns().stream()
        .filter(chunk -> chunk.getPath().toDotString().equals(path))
        .findFirst()
        .orElseThrow();
  }

  /** The numbers of rows in the pages of a chunk, from its offset index. */
  static List<Long> pageRows(ParquetFileReader reader, BlockMetaData rowGroup, String path)
      throws IOException {
    OffsetIndex index = reader.readOffsetIndex(chunk(rowGroup, path));
    List<Long> rows = new ArrayList<>();
    for (int page = 0; page < index.getPageCount(); page++) {
      long last = index.getLastRowIndex(page, rowGroup.getRowCount());
      rows.add(last - index.getFirstRowIndex(page) + 1);
    }
    return rows;
  }

  /**
   * That minimum, maximum and number of nulls of each chunk, and of each of its pages, are those of
   * the values in it.
   */
  static void assertStatisticsHold(TestFiles files, String key) throws IOException {
    try (ParquetFileReader reader = open(files, key)) {
      MessageType type = reader.getFileMetaData().getSchema();
      for (BlockMetaData rowGroup : reader.getRowGroups()) {
        PageReadStore pages = reader.readNextRowGroup();
        ColumnReadStoreImpl values = new ColumnReadStoreImpl(pages, NoRecords.ROOT, type, null);
        for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
          ColumnDescriptor column = type.getColumnDescription(chunk.getPath().toArray());
          assertStatisticsHold(reader, rowGroup, chunk, column, values.getColumnReader(column));
        }
      }
    }
  }

  private static void assertStatisticsHold(
      ParquetFileReader reader,
      BlockMetaData rowGroup,
      ColumnChunkMetaData chunk,
      ColumnDescriptor column,
      ColumnReader values)
      throws IOException {
    PrimitiveType type = column.getPrimitiveType();
    OffsetIndex offsets = reader.readOffsetIndex(chunk);
    ColumnIndex index = reader.readColumnIndex(chunk);
    Statistics<?> all = Statistics.createStats(type);
    long row = -1;
    long left = values.getTotalValueCount();
    for (int page = 0; page < offsets.getPageCount(); page++) {
      long last = offsets.getLastRowIndex(page, rowGroup.getRowCount());
      Statistics<?> found = Statistics.createStats(type);
      while (left > 0) {
        row += values.getCurrentRepetitionLevel() == 0 ? 1 : 0;
        if (row > last) {
          row--;
          break;
        }
        count(values, column, found);
        values.consume();
        left--;
      }
      all.mergeStatistics(found);
      String place = chunk.getPath() + " page " + page;
      assertThat(index.getNullCounts().get(page)).as(place).isEqualTo(found.getNumNulls());
      assertThat(index.getNullPages().get(page)).as(place).isEqualTo(!found.hasNonNullValue());
      if (found.hasNonNullValue()) {
        ByteBuffer min = index.getMinValues().get(page);
        ByteBuffer max = index.getMaxValues().get(page);
        assertThat(compare(type, bytes(min), found.getMinBytes())).as(place).isNotPositive();
        assertThat(compare(type, bytes(max), found.getMaxBytes())).as(place).isNotNegative();
      }
    }
    assertThat(left).isZero();
    Statistics<?> told = chunk.getStatistics();
    assertThat(told.getNumNulls()).as(chunk.getPath().toString()).isEqualTo(all.getNumNulls());
    assertThat(told.hasNonNullValue()).isEqualTo(all.hasNonNullValue());
    if (all.hasNonNullValue()) {
      assertThat(compare(type, told.getMinBytes(), all.getMinBytes())).isZero();
      assertThat(compare(type, told.getMaxBytes(), all.getMaxBytes())).isZero();
    }
  }

  private static void count(ColumnReader values, ColumnDescriptor column, Statistics<?> found) {
    if (values.getCurrentDefinitionLevel() < column.getMaxDefinitionLevel()) {
      found.incrementNumNulls();
      return;
    }
    switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case BOOLEAN -> found.updateStats(values.getBoolean());
      case INT32 -> found.updateStats(values.getInteger());
      case INT64 -> found.updateStats(values.getLong());
      case DOUBLE -> found.updateStats(values.getDouble());
      default -> found.updateStats(values.getBinary().copy());
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static int compare(PrimitiveType type, byte[] one, byte[] other) {
    return compare(
        Statistics.getBuilderForReading(type).withMin(one).withMax(one).build(),
        Statistics.getBuilderForReading(type).withMin(other).withMax(other).build());
  }

  private static <T extends Comparable<T>> int compare(Statistics<T> one, Statistics<?> other) {
    Statistics<T> same = cast(other);
    return one.comparator().compare(one.genericGetMin(), same.genericGetMin());
  }

  @SuppressWarnings("unchecked")
  private static <T extends Comparable<T>> Statistics<T> cast(Statistics<?> statistics) {
    return (Statistics<T>) statistics;
  }

  /** A record of {@link TestTables#single}. */
  static Map<String, Object> row(long id, Object value) {
    return value == null ? Map.of("id", id) : Map.of("id", id, "value", value);
  }
}

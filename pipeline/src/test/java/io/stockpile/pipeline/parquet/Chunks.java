package io.stockpile.pipeline.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;

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

  /** A record of {@link TestTables#single}. */
  static Map<String, Object> row(long id, Object value) {
    return value == null ? Map.of("id", id) : Map.of("id", id, "value", value);
  }
}

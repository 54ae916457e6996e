package io.stockpile.pipeline.parquet;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/**
 * Reads one of the archive's own Parquet files by row groups and columns. A caller looks first at
 * what footer and filters say, and then reads the values of chosen columns. Nothing of the other
 * columns is read. Not thread-safe; must be closed.
 *
 * <pre>{@code
 * while (scan.nextRowGroup()) {
 *   scan.read(List.of("id"));
 *   ColumnValues ids = scan.column("id").orElseThrow();
 *   while (ids.next()) {
 *     if (!ids.isNull()) { … ids.number() … }
 *   }
 * }
 * }</pre>
 */
public final class ColumnScan implements Closeable {
  private final String key;
  private final ParquetFileReader reader;
  private final Map<String, ColumnDescriptor> columns = new HashMap<>();
  private final Map<String, ColumnChunkMetaData> chunks = new HashMap<>();
  private int rowGroup = -1;
  private PageReadStore pages;

  private ColumnScan(String key, ParquetFileReader reader) {
    this.key = key;
    this.reader = reader;
    for (ColumnDescriptor column : reader.getFileMetaData().getSchema().getColumns()) {
      columns.put(ParquetSchemas.dotted(column.getPath()), column);
    }
  }

  /**
   * Opens a file and reads its footer.
   *
   * @throws NoSuchFileException when there is no such object
   * @throws IOException when it cannot be read, or is not a complete Parquet file
   */
  public static ColumnScan open(ObjectStore store, String key) throws IOException {
    StoredObject object = store.find(key).orElseThrow(() -> new NoSuchFileException(key));
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdPages())
            .build();
    try {
      return new ColumnScan(
          key, ParquetFileReader.open(new StoredInput(store, key, object.bytes()), options));
    } catch (RuntimeException e) {
      throw new IOException(key + " is not a whole Parquet file: " + e.getMessage(), e);
    }
  }

  /**
   * Moves to the next row group, without reading anything.
   *
   * @return false when there is none
   */
  public boolean nextRowGroup() {
    rowGroup++;
    pages = null;
    chunks.clear();
    if (rowGroup >= reader.getRowGroups().size()) {
      return false;
    }
    for (ColumnChunkMetaData chunk : block().getColumns()) {
      chunks.put(ParquetSchemas.dotted(chunk.getPath().toArray()), chunk);
    }
    return true;
  }

  private BlockMetaData block() {
    return reader.getRowGroups().get(rowGroup);
  }

  /** How many rows the row group has. */
  public long rows() {
    return block().getRowCount();
  }

  /**
   * What the file says about a column in the row group; empty when it does not have the column.
   *
   * @param dotted the path of the column: names separated by dots, without the levels of lists
   */
  public Optional<ChunkFacts> facts(String dotted) {
    return Optional.ofNullable(chunks.get(dotted))
        .map(chunk -> new ChunkFacts(key, reader, block(), chunk, columns.get(dotted)));
  }

  /**
   * Reads columns of the row group.
   *
   * @param wanted the paths of the columns; those that the file does not have are ignored
   */
  public void read(Collection<String> wanted) throws IOException {
    List<ColumnDescriptor> found = new ArrayList<>();
    for (String dotted : wanted) {
      if (columns.containsKey(dotted)) {
        found.add(columns.get(dotted));
      }
    }
    try {
      reader.setRequestedSchema(found);
      pages = found.isEmpty() ? null : reader.readRowGroup(rowGroup);
    } catch (RuntimeException e) {
      throw damaged(key, e);
    }
  }

  /**
   * The values of a column that was read, from its first row; empty when the file does not have the
   * column.
   */
  public Optional<ColumnValues> column(String dotted) throws IOException {
    ColumnDescriptor column = columns.get(dotted);
    if (column == null || pages == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ColumnValues(
              new ColumnReadStoreImpl(
                      pages,
                      NoRecords.ROOT,
                      reader.getFileMetaData().getSchema(),
                      reader.getFileMetaData().getCreatedBy())
                  .getColumnReader(column),
              column.getMaxDefinitionLevel()));
    } catch (RuntimeException e) {
      throw damaged(key, e);
    }
  }

  static IOException damaged(String key, RuntimeException e) {
    return new IOException(key + " cannot be read: " + e.getMessage(), e);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

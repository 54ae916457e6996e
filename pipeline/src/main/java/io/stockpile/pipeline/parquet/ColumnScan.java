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
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.schema.MessageType;

/**
 * Some columns of a file of the archive's own, read by row groups; of the others not a byte is
 * read. Not thread-safe; to be closed.
 *
 * <pre>{@code
 * while (scan.nextRowGroup()) {
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
  private final String createdBy;
  private final MessageType schema;
  private final Map<String, ColumnDescriptor> columns = new HashMap<>();
  private PageReadStore rowGroup;

  private ColumnScan(String key, ParquetFileReader reader, Collection<String> wanted) {
    this.key = key;
    this.reader = reader;
    FileMetaData metadata = reader.getFooter().getFileMetaData();
    this.createdBy = metadata.getCreatedBy();
    List<ColumnDescriptor> found = new ArrayList<>();
    for (ColumnDescriptor column : metadata.getSchema().getColumns()) {
      String dotted = ParquetSchemas.dotted(column.getPath());
      if (wanted.contains(dotted)) {
        columns.put(dotted, column);
        found.add(column);
      }
    }
    this.schema = metadata.getSchema();
    reader.setRequestedSchema(found);
  }

  /**
   * Opens a file.
   *
   * @param columns their paths, members parted by dots, without the levels of lists; those that the
   *     file does not have are no error
   * @throws NoSuchFileException when there is no such object
   * @throws IOException when it can't be read, or is no Parquet file, or not a whole one
   */
  public static ColumnScan open(ObjectStore store, String key, Collection<String> columns)
      throws IOException {
    StoredObject object = store.find(key).orElseThrow(() -> new NoSuchFileException(key));
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdPages())
            .build();
    ParquetFileReader reader;
    try {
      reader = ParquetFileReader.open(new StoredInput(store, key, object.bytes()), options);
    } catch (RuntimeException e) {
      throw new IOException(key + " is not a whole Parquet file: " + e.getMessage(), e);
    }
    try {
      return new ColumnScan(key, reader, columns);
    } catch (RuntimeException e) {
      try (reader) {
        throw e;
      }
    }
  }

  /**
   * Reads the wanted columns of the next row group.
   *
   * @return false behind the last
   */
  public boolean nextRowGroup() throws IOException {
    if (columns.isEmpty()) {
      return false;
    }
    try {
      rowGroup = reader.readNextRowGroup();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
    return rowGroup != null;
  }

  /** How many rows the row group has. */
  public long rows() {
    return rowGroup.getRowCount();
  }

  /** The values of a column in the row group; empty when the file does not have the column. */
  public Optional<ColumnValues> column(String dotted) throws IOException {
    ColumnDescriptor column = columns.get(dotted);
    if (column == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ColumnValues(
              new ColumnReadStoreImpl(rowGroup, NoRecords.ROOT, schema, createdBy)
                  .getColumnReader(column),
              column.getMaxDefinitionLevel()));
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private IOException damaged(RuntimeException e) {
    return new IOException(key + " cannot be read: " + e.getMessage(), e);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

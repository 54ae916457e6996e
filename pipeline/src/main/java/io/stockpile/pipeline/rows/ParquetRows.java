package io.stockpile.pipeline.rows;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.parquet.StoredInput;
import io.stockpile.schemas.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.values.Row;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;

/**
 * Reads the rows of one Parquet file of a table. The file may be of any version of the table's
 * schema; a column that it does not have is null in its rows. Only the chosen columns are read, and
 * one row group of them is in memory at a time. Not thread-safe.
 */
public final class ParquetRows implements Closeable {
  private final String key;
  private final ParquetReader<Row> reader;

  private ParquetRows(String key, ParquetReader<Row> reader) {
    this.key = key;
    this.reader = reader;
  }

  /**
   * Opens a file.
   *
   * @param bytes the file's size
   * @param columns the table with the chosen columns
   * @throws IOException when the store fails, or the object is not a complete Parquet file
   */
  public static ParquetRows open(ObjectStore store, String key, long bytes, TableSchema columns)
      throws IOException {
    InputFile file = new StoredInput(store, key, bytes);
    return new ParquetRows(
        key, new Builder(file, new PlainParquetConfiguration(), columns).build());
  }

  /**
   * The next row; empty when there is none.
   *
   * @throws IOException when the store fails, or the file is damaged
   */
  public Optional<Row> next() throws IOException {
    try {
      return Optional.ofNullable(reader.read());
    } catch (RuntimeException e) {
      throw new IOException(key + " is no whole Parquet file of its table: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static final class Builder extends ParquetReader.Builder<Row> {
    private final TableSchema columns;

    Builder(InputFile file, ParquetConfiguration configuration, TableSchema columns) {
      super(file, configuration);
      this.columns = columns;
    }

    @Override
    protected ReadSupport<Row> getReadSupport() {
      return new RowReadSupport(columns);
    }
  }
}

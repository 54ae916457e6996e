package io.stockpile.pipeline.parquet;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/** What Parquet files in a store say of themselves. */
public final class ParquetFooters {
  private ParquetFooters() {}

  /**
   * One file's footer.
   *
   * @param rows the sum over its row groups
   * @param properties its key/value pairs
   */
  public record Footer(
      long rows, int rowGroups, MessageType schema, Map<String, String> properties) {
    public Footer {
      properties = Map.copyOf(properties);
    }
  }

  /**
   * Reads a file's footer, and as little else as possible.
   *
   * @throws NoSuchFileException when there is no such object
   * @throws IOException when it can't be read, or is no Parquet file, or not a whole one
   */
  public static Footer read(ObjectStore store, String key) throws IOException {
    StoredObject object = store.find(key).orElseThrow(() -> new NoSuchFileException(key));
    ParquetMetadata metadata = metadata(new StoredInput(store, key, object.bytes()));
    long rows = metadata.getBlocks().stream().mapToLong(block -> block.getRowCount()).sum();
    return new Footer(
        rows,
        metadata.getBlocks().size(),
        metadata.getFileMetaData().getSchema(),
        metadata.getFileMetaData().getKeyValueMetaData());
  }

  private static ParquetMetadata metadata(InputFile file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (SeekableInputStream stream = file.newStream()) {
      return ParquetFileReader.readFooter(file, options, stream);
    } catch (RuntimeException e) {
      throw new IOException(file + " is not a whole Parquet file: " + e.getMessage(), e);
    }
  }
}

package io.stockpile.pipeline.parquet;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads the footers of Parquet files in a store. */
public final class ParquetFooters {
  private ParquetFooters() {}

  /**
   * One file's footer.
   *
   * @param rows the sum of the rows of its row groups
   * @param properties its metadata in keys and values
   */
  public record Footer(
      long rows, int rowGroups, MessageType schema, Map<String, String> properties) {
    public Footer {
      properties = Map.copyOf(properties);
    }
  }

  /**
   * Reads a file's footer and as little else as possible.
   *
   * @throws NoSuchFileException when there is no such object
   * @throws IOException when it cannot be read, or is not a complete Parquet file
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

  /**
   * Reads from a file's footer what it says about the rows.
   *
   * @param bytes the file's size
   * @throws NoSuchFileException when there is no such object
   * @throws IOException when it cannot be read, or is not a Parquet file of this size
   */
  public static FileFacts facts(ObjectStore store, String key, long bytes) throws IOException {
    ParquetMetadata metadata = metadata(new StoredInput(store, key, bytes));
    MessageType schema = metadata.getFileMetaData().getSchema();
    long rows = 0;
    List<Long> rowGroups = new ArrayList<>();
    Map<Integer, FileFacts.Numbers> columns = new HashMap<>();
    Set<Integer> unknown = new HashSet<>();
    for (BlockMetaData block : metadata.getBlocks()) {
      rows += block.getRowCount();
      rowGroups.add(block.getStartingPos());
      for (ColumnChunkMetaData chunk : block.getColumns()) {
        Type.ID id = chunk.getPrimitiveType().getId();
        boolean inList = schema.getMaxRepetitionLevel(chunk.getPath().toArray()) > 0;
        if (id == null || inList || chunk.getPrimitiveType().getPrimitiveTypeName() != INT64) {
          continue;
        }
        Statistics<?> statistics = chunk.getStatistics();
        if (statistics == null || !statistics.isNumNullsSet()) {
          unknown.add(id.intValue());
        } else {
          columns.merge(id.intValue(), numbers(statistics), FileFacts.Numbers::and);
        }
      }
    }
    columns.keySet().removeAll(unknown);
    return new FileFacts(rows, rowGroups, columns);
  }

  private static FileFacts.Numbers numbers(Statistics<?> statistics) {
    return new FileFacts.Numbers(
        statistics.getNumNulls(),
        statistics.hasNonNullValue() && statistics instanceof LongStatistics longs
            ? Optional.of(new FileFacts.Range(longs.getMin(), longs.getMax()))
            : Optional.empty());
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

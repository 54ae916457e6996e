package io.stockpile.iceberg;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.parquet.FileFacts;
import io.stockpile.pipeline.parquet.ParquetFooters;
import io.stockpile.schemas.Field;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;

/**
 * Turns files of the archive into entries of an Iceberg table. What engines use for pruning is read
 * from each file's footer: exact bounds of ids and times, and the day. A file gets a day only if
 * the times of all its rows are in it; any other file has no day, so that no filter skips it.
 */
final class DataFileEntries {
  private static final int READERS = 8;
  private static final long MICROS_OF_DAY = 86_400_000_000L;

  private final ObjectStore store;
  private final String root;
  private final TableSchema schema;
  private final Table table;
  private final PartitionSpec byDay;
  private final PartitionSpec inNoDay;

  /**
   * @param root the archive's address
   */
  DataFileEntries(ObjectStore store, String root, TableSchema schema, Table table) {
    this.store = store;
    this.root = root;
    this.schema = schema;
    this.table = table;
    byDay = spec(true);
    inNoDay = spec(false);
  }

  private PartitionSpec spec(boolean partitioned) {
    return table.specs().values().stream()
        .filter(spec -> spec.isPartitioned() == partitioned)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    table.name()
                        + " was made by another program: it has no partition specification of the"
                        + " archive's"));
  }

  /**
   * @throws IOException when a file cannot be read or is not as the manifest says
   */
  List<DataFile> of(List<io.stockpile.pipeline.manifest.DataFile> files) throws IOException {
    List<Callable<DataFile>> reads = new ArrayList<>();
    for (io.stockpile.pipeline.manifest.DataFile file : files) {
      reads.add(() -> entry(file));
    }
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<DataFile> entries = new ArrayList<>();
      for (Future<DataFile> read : readers.invokeAll(reads)) {
        entries.add(read.get());
      }
      return entries;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while footers were read");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("The footers cannot be read", e.getCause());
    } finally {
      readers.shutdownNow();
    }
  }

  private DataFile entry(io.stockpile.pipeline.manifest.DataFile file) throws IOException {
    FileFacts facts = ParquetFooters.facts(store, file.path(), file.bytes());
    if (facts.rows() != file.rows()) {
      throw new IOException(
          file.path()
              + ": its footer says "
              + facts.rows()
              + " rows, the manifest "
              + file.rows()
              + ". See `stockpile verify`");
    }
    Optional<Integer> day = day(facts);
    PartitionSpec spec = day.isPresent() ? byDay : inNoDay;
    DataFiles.Builder builder =
        DataFiles.builder(spec)
            .withPath(root + "/" + file.path())
            .withFormat(FileFormat.PARQUET)
            .withFileSizeInBytes(file.bytes())
            .withMetrics(metrics(facts))
            .withSplitOffsets(facts.rowGroups());
    if (day.isPresent()) {
      PartitionData partition = new PartitionData(spec.partitionType());
      partition.set(0, day.get());
      builder.withPartition(partition);
    }
    return builder.build();
  }

  /** The day that the times of all rows are in; empty when there is no such day. */
  private Optional<Integer> day(FileFacts facts) {
    int id = table.schema().findField(schema.partitionColumn()).fieldId();
    return Optional.ofNullable(facts.columns().get(id))
        .filter(times -> times.nulls() == 0)
        .flatMap(FileFacts.Numbers::range)
        .filter(times -> day(times.min()) == day(times.max()))
        .map(times -> day(times.min()));
  }

  private static int day(long micros) {
    return Math.toIntExact(Math.floorDiv(micros, MICROS_OF_DAY));
  }

  private Metrics metrics(FileFacts facts) {
    Map<Integer, Long> values = new HashMap<>();
    Map<Integer, Long> nulls = new HashMap<>();
    Map<Integer, ByteBuffer> lower = new HashMap<>();
    Map<Integer, ByteBuffer> upper = new HashMap<>();
    for (Field field : IcebergSchemas.measured(schema)) {
      FileFacts.Numbers numbers = facts.columns().get(field.id());
      if (numbers != null) {
        values.put(field.id(), facts.rows());
        nulls.put(field.id(), numbers.nulls());
        numbers
            .range()
            .ifPresent(
                range -> {
                  lower.put(field.id(), bound(range.min()));
                  upper.put(field.id(), bound(range.max()));
                });
      }
    }
    return new Metrics(facts.rows(), null, values, nulls, null, lower, upper);
  }

  /** A bound as Iceberg stores it; times are stored like whole numbers. */
  private static ByteBuffer bound(long value) {
    return Conversions.toByteBuffer(Types.LongType.get(), value);
  }
}

package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Closing;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.parquet.SpareRowGroups;
import io.stockpile.pipeline.parquet.TableFile;
import io.stockpile.pipeline.parquet.TableWriter;
import io.stockpile.pipeline.parquet.WriterSettings;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a unit's rows to their tables. */
final class RowWriter implements AutoCloseable {
  private final ArchiveUnit unit;
  private final Generation generation;
  private final ObjectStore store;
  private final WriterSettings settings;
  private final SpareRowGroups spares;
  private final Map<String, TableWriter> writers = new TreeMap<>();
  private long rows;

  RowWriter(
      ArchiveUnit unit,
      Generation generation,
      ObjectStore store,
      WriterSettings settings,
      SpareRowGroups spares) {
    this.unit = unit;
    this.generation = generation;
    this.store = store;
    this.settings = settings;
    this.spares = spares;
  }

  /**
   * @param epochDay its partition, in days since 1970-01-01
   */
  void write(TableSchema table, ShreddedRecord record, long epochDay) throws IOException {
    TableWriter writer = writers.get(table.name());
    if (writer == null) {
      writer = begin(table);
    }
    writer.write(record, epochDay);
    rows++;
  }

  // Not in the method above: C2 inlines constructors wherever they are called, however seldom, and
  // would compile the whole of this into the code for each row.
  private TableWriter begin(TableSchema table) {
    TableWriter writer =
        new TableWriter(table, generation.ofUnit(unit.name()), settings, store, spares);
    writers.put(table.name(), writer);
    return writer;
  }

  /**
   * Finishes all files and returns them in the order of their keys. After an exception none is
   * finished; {@link #close} discards what is left.
   */
  List<TableFile> finish() throws IOException {
    List<TableFile> files = new ArrayList<>();
    try {
      for (TableWriter writer : writers.values()) {
        files.addAll(writer.finish());
      }
      long written = files.stream().mapToLong(TableFile::rows).sum();
      if (written != rows) {
        throw new IllegalStateException(
            "%s: %d rows were written, but the files have %d"
                .formatted(unit.name(), rows, written));
      }
    } catch (IOException | RuntimeException | Error e) {
      files.forEach(file -> Aborts.abort(store, file.pending(), e));
      throw e;
    }
    files.sort(Comparator.comparing(file -> file.pending().key()));
    return files;
  }

  @Override
  public void close() throws IOException {
    Closing.all(writers.values());
  }
}

package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.parquet.TableFile;
import io.stockpile.pipeline.parquet.TableWriter;
import io.stockpile.pipeline.parquet.WriterSettings;
import io.stockpile.pipeline.records.Route;
import io.stockpile.pipeline.records.RowColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a unit's rows to their tables, with the columns that say where they came from. */
final class RowWriter implements AutoCloseable {
  private static final byte[] OF_EVENT = "event".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OF_UNIT = "unit".getBytes(StandardCharsets.US_ASCII);

  private final ArchiveUnit unit;
  private final Generation generation;
  private final ObjectStore store;
  private final WriterSettings settings;
  private final byte[] unitName;
  private final Map<String, TableWriter> writers = new TreeMap<>();
  private long rows;

  RowWriter(ArchiveUnit unit, Generation generation, ObjectStore store, WriterSettings settings) {
    this.unit = unit;
    this.generation = generation;
    this.store = store;
    this.settings = settings;
    unitName = unit.name().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @param epochDay the day of its partition
   * @param dated whether that is the day of the record's own time
   */
  void write(Route route, ShreddedRecord record, long number, long epochDay, boolean dated)
      throws IOException {
    RowColumns columns = route.columns();
    addText(record, columns.sourceUnit(), 0, unitName);
    record.addNumber(columns.sourceLine(), 0, 0, number);
    if (columns.format() >= 0) {
      addText(record, columns.format(), 0, route.format());
    }
    if (route.event().length > 0) {
      addText(record, columns.event(), 1, route.event());
    }
    if (columns.timeSource() >= 0) {
      addText(record, columns.timeSource(), 1, dated ? OF_EVENT : OF_UNIT);
    }
    TableWriter writer = writers.get(route.table().name());
    if (writer == null) {
      writer = new TableWriter(route.table(), generation.ofUnit(unit.name()), settings, store);
      writers.put(route.table().name(), writer);
    }
    writer.write(record, epochDay);
    rows++;
  }

  private static void addText(ShreddedRecord record, int column, int definition, byte[] text) {
    int at = record.reserveScratch(text.length);
    System.arraycopy(text, 0, record.scratch(), at, text.length);
    record.addScratch(column, 0, definition, at, text.length);
  }

  long rows() {
    return rows;
  }

  /** Finishes all files, in the order of their keys, or none of them. */
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
    IOException failure = null;
    for (TableWriter writer : writers.values()) {
      try {
        writer.close();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}

package io.stockpile.pipeline.parquet;

import io.stockpile.connectors.Closing;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.columns.DictionaryChoices;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes one unit's rows of one table into the files of their UTC days, {@code
 * {table}/date={day}/{unit}-{part}.parquet}, which stay invisible until the store completes them.
 *
 * <p>The number of days that are open at a time is limited. If there are more, the day that was
 * written least recently is finished, and another part begins if more of its rows come. The same
 * records in the same order give the same files, byte for byte.
 *
 * <p>Not thread-safe. After an exception the writer can only be closed. {@link #close} discards
 * everything that {@link #finish} has not returned.
 */
public final class TableWriter implements Closeable {
  private final TableSchema schema;
  private final String unitName;
  private final WriterSettings settings;
  private final ObjectStore store;
  private final SpareRowGroups spares;
  private final DictionaryChoices choices;
  private final Map<Long, Integer> nextParts = new HashMap<>();

  /** The open files by epoch day, the least recently written first. */
  private final LinkedHashMap<Long, ColumnarFile> open = new LinkedHashMap<>(16, 0.75f, true);

  private final List<TableFile> finished = new ArrayList<>();
  private long rows;
  private long currentDay;
  private ColumnarFile current;
  private boolean usable = true;

  /**
   * Opens no file yet; a day's file is opened with its first row.
   *
   * @param unitName the beginning of the files' names: the unit's name and, from the second
   *     generation on, its generation
   * @param spares where files take buffers from that others have left
   */
  public TableWriter(
      TableSchema schema,
      String unitName,
      WriterSettings settings,
      ObjectStore store,
      SpareRowGroups spares) {
    this.schema = schema;
    this.unitName = unitName;
    this.settings = settings;
    this.store = store;
    this.spares = spares;
    this.choices = new DictionaryChoices(schema.leaves().size());
  }

  /**
   * Adds a record. The caller may reuse it afterwards.
   *
   * @param epochDay its partition, in days since 1970-01-01
   * @throws IllegalArgumentException when its entries do not fit the schema
   */
  public void write(ShreddedRecord record, long epochDay) throws IOException {
    demandUsable();
    usable = false;
    if (current == null || epochDay != currentDay) {
      current = file(epochDay);
      currentDay = epochDay;
    }
    current.write(record);
    rows++;
    if (current.bytes() >= settings.fileBytes()) {
      finish(epochDay, open.remove(epochDay));
      current = null;
    }
    usable = true;
  }

  private ColumnarFile file(long epochDay) throws IOException {
    ColumnarFile known = open.get(epochDay);
    return known == null ? begin(epochDay) : known;
  }

  // Not in the method above: C2 inlines constructors wherever they are called, however seldom, and
  // would compile the whole of this into the code for each row.
  private ColumnarFile begin(long epochDay) throws IOException {
    if (open.size() >= settings.openPartitions()) {
      Iterator<Map.Entry<Long, ColumnarFile>> files = open.entrySet().iterator();
      Map.Entry<Long, ColumnarFile> oldest = files.next();
      finish(oldest.getKey(), oldest.getValue());
      files.remove();
    }
    int part = nextParts.merge(epochDay, 1, Integer::sum) - 1;
    String key =
        String.format(
            Locale.ROOT,
            "%s/date=%s/%s-%04d.parquet",
            schema.name(),
            LocalDate.ofEpochDay(epochDay),
            unitName,
            part);
    ColumnarFile begun = new ColumnarFile(schema, settings, store.stage(key), choices, spares);
    open.put(epochDay, begun);
    return begun;
  }

  private void finish(long epochDay, ColumnarFile file) throws IOException {
    try (file) {
      ColumnarFile.Finished done = file.finish();
      finished.add(
          new TableFile(
              schema.name(),
              LocalDate.ofEpochDay(epochDay),
              done.rows(),
              done.minId(),
              done.maxId(),
              done.pending()));
    }
  }

  /** How many records were written. */
  public long rows() {
    return rows;
  }

  /** The approximate memory of the open files in bytes. */
  public long bufferedBytes() {
    long bytes = 0;
    for (ColumnarFile file : open.values()) {
      bytes += file.bufferedBytes();
    }
    return bytes;
  }

  /**
   * Finishes all files and returns them in the order of their keys. From then on the caller must
   * complete or abort them.
   */
  public List<TableFile> finish() throws IOException {
    demandUsable();
    usable = false;
    current = null;
    Iterator<Map.Entry<Long, ColumnarFile>> files = open.entrySet().iterator();
    while (files.hasNext()) {
      Map.Entry<Long, ColumnarFile> next = files.next();
      finish(next.getKey(), next.getValue());
      files.remove();
    }
    long inFiles = finished.stream().mapToLong(TableFile::rows).sum();
    if (inFiles != rows) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s of %s: %d rows were written and %d are in the files; nothing is handed out",
              schema.name(),
              unitName,
              rows,
              inFiles));
    }
    List<TableFile> result = new ArrayList<>(finished);
    result.sort(Comparator.comparing(file -> file.pending().key()));
    finished.clear();
    return List.copyOf(result);
  }

  private void demandUsable() {
    if (!usable) {
      throw new IllegalStateException(
          "The table's files are finished or closed, or writing failed before: "
              + schema.name()
              + " of "
              + unitName);
    }
  }

  /**
   * Discards the files that were not returned. If discarding one fails, the others are still
   * discarded.
   */
  @Override
  public void close() throws IOException {
    usable = false;
    current = null;
    List<Closeable> discarded = new ArrayList<>(open.values());
    finished.forEach(file -> discarded.add(() -> store.abort(file.pending())));
    open.clear();
    finished.clear();
    Closing.all(discarded);
  }
}

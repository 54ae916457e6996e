package io.stockpile.pipeline.parquet;

import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.pipeline.columns.DictionaryChoices;
import io.stockpile.pipeline.columns.NumberBounds;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;

/**
 * One Parquet file of one table, written into one staged object.
 *
 * <p>Memory is bounded by one row group: its compressed pages, and one page under way for each
 * column. Its buffers may be those that another file has left. The same records in the same order
 * give the same bytes.
 *
 * <p>Not thread-safe. After an exception from {@link #write} or {@link #finish} the file can only
 * be closed. Closing without finishing throws the staged bytes away.
 */
public final class ColumnarFile implements Closeable {
  private final StagedObject staged;
  private final StagedOutput output;
  private final WriterSettings settings;
  private final Map<String, String> properties;
  private final Optional<Leaf> id;
  private final TableSchema schema;
  private final DictionaryChoices choices;
  private final SpareRowGroups spares;
  private final PageCompressor compressor;
  private final RowGroupWriter rowGroup;
  private final ParquetFileWriter writer;
  private long rows;
  private boolean usable = true;
  private boolean closed;

  /**
   * What a finished file holds.
   *
   * @param minId the smallest value of the INT64 column {@code id}; 0 where there is none
   * @param maxId the largest
   */
  public record Finished(long rows, long minId, long maxId, PendingObject pending) {}

  /**
   * Begins a file. The staged object belongs to it from now on, even if this constructor fails.
   *
   * @throws IllegalArgumentException when a bloom filter is asked for on a column that can't have
   *     one
   */
  public ColumnarFile(TableSchema schema, WriterSettings settings, StagedObject out)
      throws IOException {
    this(
        schema, settings, out, new DictionaryChoices(schema.leaves().size()), new SpareRowGroups());
  }

  /**
   * @param choices those of the table's files so far
   * @param spares where buffers are taken from, and brought back to when the file is finished
   */
  ColumnarFile(
      TableSchema schema,
      WriterSettings settings,
      StagedObject out,
      DictionaryChoices choices,
      SpareRowGroups spares)
      throws IOException {
    this.schema = schema;
    this.choices = choices;
    this.spares = spares;
    this.staged = out;
    this.output = new StagedOutput(out);
    this.settings = settings;
    this.properties = properties(schema);
    this.id =
        schema.leaves().stream()
            .filter(leaf -> leaf.dotted().equals("id") && leaf.type() == Primitive.INT64)
            .findFirst();
    this.compressor = new PageCompressor(settings.zstdLevel());
    boolean begun = false;
    try {
      this.rowGroup = spares.take(schema, settings);
      rowGroup.begin(choices, compressor);
      this.writer =
          new ParquetFileWriter(
              output,
              rowGroup.type(),
              ParquetFileWriter.Mode.OVERWRITE,
              settings.rowGroupBytes(),
              0,
              null,
              ParquetProperties.builder().build());
      writer.start();
      begun = true;
    } finally {
      if (!begun) {
        compressor.close();
        out.close();
      }
    }
  }

  private static Map<String, String> properties(TableSchema schema) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("stockpile.product", "Stockpile");
    properties.put("stockpile.table", schema.name());
    properties.put("stockpile.schema.version", Integer.toString(schema.version()));
    return properties;
  }

  /**
   * Adds a record; nothing of it is kept by reference.
   *
   * @throws IllegalArgumentException when its entries do not fit the schema
   */
  public void write(ShreddedRecord record) throws IOException {
    demandUsable();
    usable = false;
    rowGroup.write(record);
    rows++;
    if (rowGroup.rows() >= settings.rowGroupRows()
        || rowGroup.compressedBytes() >= settings.rowGroupBytes()) {
      rowGroup.flush(writer);
      rowGroup.begin(choices, compressor);
    }
    usable = true;
  }

  /** How many records were written. */
  public long rows() {
    return rows;
  }

  /** The bytes of all row groups but the one under way. */
  public long bytes() {
    return output.getPos() - ParquetFileWriter.MAGIC.length;
  }

  /** About how much memory the row group under way and the buffers take. */
  public long bufferedBytes() {
    return rowGroup.capacityBytes() + compressor.capacityBytes();
  }

  /** Writes what is left and the footer, and hands the object to the store, still invisible. */
  public Finished finish() throws IOException {
    demandUsable();
    usable = false;
    rowGroup.flush(writer);
    output.holdBack();
    writer.end(properties);
    staged.write(StableFooter.rewrite(output.tail()));
    NumberBounds ids =
        id.map(leaf -> rowGroup.takeRange(leaf.index()))
            .filter(range -> !range.isEmpty())
            .orElse(new NumberBounds(0, 0, true));
    spares.add(schema, settings, rowGroup);
    PendingObject pending = staged.finish();
    return new Finished(rows, ids.min(), ids.max(), pending);
  }

  private void demandUsable() {
    if (!usable) {
      throw new IllegalStateException(
          "The file is finished, closed, or failed before: it can only be closed");
    }
  }

  @Override
  public void close() throws IOException {
    usable = false;
    if (!closed) {
      closed = true;
      compressor.close();
      staged.close();
    }
  }
}

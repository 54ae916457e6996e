package io.stockpile.pipeline.parquet;

import io.stockpile.pipeline.columns.BooleanColumn;
import io.stockpile.pipeline.columns.BytesColumn;
import io.stockpile.pipeline.columns.ColumnBuilder;
import io.stockpile.pipeline.columns.ColumnGroups;
import io.stockpile.pipeline.columns.DictionaryChoices;
import io.stockpile.pipeline.columns.GroupLevels;
import io.stockpile.pipeline.columns.NumberBounds;
import io.stockpile.pipeline.columns.NumberColumn;
import io.stockpile.pipeline.columns.NumberForm;
import io.stockpile.pipeline.columns.PageWorkspace;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/**
 * Builds row groups, one at a time: takes records and collects compressed pages in memory until the
 * row group is written. The next one, which may be of another file of the same table, uses the same
 * buffers.
 */
final class RowGroupWriter {
  private final MessageType type;
  private final PageMemory memory = new PageMemory();
  private final PageWorkspace workspace;
  private final ColumnBuilder[] columns;
  private final GroupLevels[] groups;
  private final int sectionRows;
  private ColumnChunkPageWriteStore pages;
  private int rows;

  /**
   * @throws IllegalArgumentException when a bloom filter is asked for on a column that can't have
   *     one
   */
  RowGroupWriter(TableSchema schema, WriterSettings settings) {
    this.type = ParquetSchemas.messageType(schema);
    this.workspace = new PageWorkspace(settings.pageBytes());
    List<Leaf> leaves = schema.leaves();
    // Called only once, because each call walks the whole schema for each column.
    List<ColumnDescriptor> descriptors = type.getColumns();
    ColumnGroups columnGroups = ColumnGroups.of(schema);
    this.groups = new GroupLevels[columnGroups.size()];
    for (int group = 0; group < groups.length; group++) {
      groups[group] = new GroupLevels(columnGroups.group(group));
    }
    this.sectionRows = settings.pageRows();
    this.columns = new ColumnBuilder[leaves.size()];
    for (Leaf leaf : leaves) {
      GroupLevels group = groups[columnGroups.of(leaf.index())];
      columns[leaf.index()] =
          column(leaf, descriptors.get(leaf.index()), group, settings.bloomFilters());
    }
  }

  private ColumnBuilder column(
      Leaf leaf, ColumnDescriptor descriptor, GroupLevels group, Set<String> bloomFilters) {
    boolean bloom = bloomFilters.contains(leaf.dotted());
    return switch (leaf.type()) {
      case INT64 -> new NumberColumn(leaf, descriptor, group, workspace, NumberForm.INT64, bloom);
      case STRING -> new BytesColumn(leaf, descriptor, group, workspace, bloom);
      case TIMESTAMP, DATE, DOUBLE, BOOLEAN, JSON, BINARY -> {
        if (bloom) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "Column %s is %s: a bloom filter can be had on INT64 and STRING columns",
                  leaf.dotted(),
                  leaf.type()));
        }
        yield unfiltered(leaf, descriptor, group);
      }
    };
  }

  private ColumnBuilder unfiltered(Leaf leaf, ColumnDescriptor descriptor, GroupLevels group) {
    return switch (leaf.type()) {
      case INT64, TIMESTAMP ->
          new NumberColumn(leaf, descriptor, group, workspace, NumberForm.INT64, false);
      case DATE -> new NumberColumn(leaf, descriptor, group, workspace, NumberForm.INT32, false);
      case DOUBLE -> new NumberColumn(leaf, descriptor, group, workspace, NumberForm.DOUBLE, false);
      case BOOLEAN -> new BooleanColumn(leaf, descriptor, group, workspace);
      case STRING, JSON, BINARY -> new BytesColumn(leaf, descriptor, group, workspace, false);
    };
  }

  /** The schema of the files. */
  MessageType type() {
    return type;
  }

  /**
   * Begins a row group.
   *
   * @param choices those of the table's files so far
   * @param compressor used until the row group is written
   */
  void begin(DictionaryChoices choices, PageCompressor compressor) {
    memory.clear();
    pages =
        new ColumnChunkPageWriteStore(
            compressor, type, memory, ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH, true);
    workspace.beginRowGroup();
    for (ColumnBuilder column : columns) {
      column.beginChunk(pages.getPageWriter(column.descriptor()), choices);
    }
    rows = 0;
    beginSection();
  }

  void write(ShreddedRecord record) throws IOException {
    int row = rows;
    int entries = record.size();
    for (int entry = 0; entry < entries; entry++) {
      if (record.isLevels(entry)) {
        groups[record.group(entry)].add(row, record.repetition(entry), record.definition(entry));
      } else {
        writeValue(row, record, entry);
      }
    }
    groups[ColumnGroups.RECORD].add(row, 0, 0);
    rows = row + 1;
    if (rows % sectionRows == 0) {
      endSection();
      beginSection();
    }
  }

  private void writeValue(int row, ShreddedRecord record, int entry) throws IOException {
    ColumnBuilder column = columns[record.column(entry)];
    column.value(row, record.repetition(entry), record.definition(entry));
    // There are three final classes; comparing the class is cheaper than a virtual call.
    if (column instanceof BytesColumn bytes) {
      bytes.add(record.bytes(entry), record.offset(entry), record.length(entry));
    } else if (column instanceof NumberColumn numbers) {
      numbers.add(record.number(entry));
    } else {
      ((BooleanColumn) column).add(record.number(entry) != 0);
    }
  }

  private void beginSection() {
    for (GroupLevels group : groups) {
      group.beginSection(rows);
    }
  }

  private void endSection() throws IOException {
    for (GroupLevels group : groups) {
      group.close(rows);
    }
    for (ColumnBuilder column : columns) {
      column.endSection(rows);
    }
  }

  int rows() {
    return rows;
  }

  /** The size of the finished pages in bytes. */
  long compressedBytes() {
    return workspace.compressedBytes();
  }

  /** The memory that the buffers take, in bytes. */
  long capacityBytes() {
    long bytes = memory.capacityBytes() + workspace.capacityBytes();
    for (ColumnBuilder column : columns) {
      bytes += column.capacityBytes();
    }
    for (GroupLevels group : groups) {
      bytes += group.capacityBytes();
    }
    return bytes;
  }

  /** Writes the row group, if it has rows. Then another one must be begun, if more records come. */
  void flush(ParquetFileWriter writer) throws IOException {
    if (rows == 0) {
      return;
    }
    endSection();
    for (ColumnBuilder column : columns) {
      column.endChunk();
    }
    writer.startBlock(rows);
    for (ColumnBuilder column : columns) {
      Optional<BloomFilter> filter = column.takeBloomFilter();
      if (filter.isPresent()) {
        // Written here and not by the page store, which drops the filter if all pages use a
        // dictionary. Readers that don't look into dictionaries need it.
        writer.addBloomFilter(String.join(".", column.descriptor().getPath()), filter.get());
      }
    }
    pages.flushToFileWriter(writer);
    writer.endBlock();
    pages.close();
    // It knows the compressor and statistics of a file that may be finished now.
    pages = null;
  }

  /** The bounds of an INT64 column in the row groups written since they were taken last. */
  NumberBounds takeRange(int leaf) {
    return ((NumberColumn) columns[leaf]).takeRange();
  }
}

package io.stockpile.pipeline.columns;

import io.stockpile.schemas.Leaf;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;

/**
 * Builds one leaf column: collects levels and values of the current page and hands full pages to
 * the row group.
 *
 * <p>Rows without an entry for the column get their nulls many at once, when the next entry comes
 * or the row group ends. A page ends only where a record ends.
 */
public abstract class ColumnBuilder {
  private static final int FIRST_ENTRIES = 256;
  private static final int REPETITION = 4;
  private static final int DEFINITION = 0xF;
  private static final int MAX_REPETITION = 7;

  /**
   * Both levels of each entry in one byte, the definition level in the lower four bits. A record's
   * entries go to a hundred columns, so each must touch few cache lines.
   */
  private byte[] levels = new byte[FIRST_ENTRIES];

  private final Leaf leaf;
  private final ColumnDescriptor descriptor;
  private final PageWorkspace workspace;
  private final int maxDefinition;
  private final int maxRepetition;
  private final int pageRowLimit;
  private final int pageByteLimit;

  private PageWriter pages;
  private int entries;
  private int values;
  private int valueBytes;
  private int pageRows;
  private int rows;

  ColumnBuilder(Leaf leaf, ColumnDescriptor descriptor, PageWorkspace workspace) {
    this.leaf = leaf;
    this.descriptor = descriptor;
    this.workspace = workspace;
    if (leaf.maxDefinition() > DEFINITION || leaf.maxRepetition() > MAX_REPETITION) {
      throw new IllegalArgumentException(
          "Column " + leaf.dotted() + " lies deeper than its levels can say");
    }
    this.maxDefinition = leaf.maxDefinition();
    this.maxRepetition = leaf.maxRepetition();
    this.pageRowLimit = workspace.pageRows();
    this.pageByteLimit = workspace.pageBytes();
  }

  /**
   * Encodes the page's first {@code count} values, at least one, and appends them to {@code out}.
   */
  abstract Encoding encodeValues(int count, EncodedBytes out);

  /**
   * Adds minimum and maximum of the values encoded last, at least one. Returns false when they have
   * no order, because one of them is a NaN.
   */
  abstract boolean describeValues(int count, Statistics.Builder statistics);

  /** Removes the page's values. */
  abstract void clearValues();

  /**
   * Returns the dictionary of the chunk, or empty when no page uses one. The next chunk begins with
   * an empty one.
   */
  abstract Optional<DictionaryPage> takeDictionary();

  /** The Bloom filter over the chunk; empty for a column without filters. */
  public abstract Optional<BloomFilter> takeBloomFilter();

  public abstract long capacityBytes();

  public final ColumnDescriptor descriptor() {
    return descriptor;
  }

  final Leaf leaf() {
    return leaf;
  }

  final PageWorkspace workspace() {
    return workspace;
  }

  /** Begins a column chunk. */
  public final void beginChunk(PageWriter pages) {
    this.pages = pages;
  }

  /**
   * Takes the levels of the next entry.
   *
   * @param row the record's number in the row group
   * @return whether the entry has a value, which the caller must add next
   */
  public final boolean next(int row, int repetition, int definition) throws IOException {
    if (repetition == 0) {
      if (row != rows || pageRows == pageRowLimit || entries + valueBytes >= pageByteLimit) {
        beginRow(row);
      }
      rows = row + 1;
      pageRows++;
    } else if (row + 1 != rows || repetition > maxRepetition) {
      throw misplaced(repetition);
    }
    int at = entries;
    if (at == levels.length) {
      growLevels(at + 1);
    }
    levels[at] = (byte) (repetition << REPETITION | definition);
    entries = at + 1;
    if (definition < maxDefinition) {
      return false;
    }
    if (definition > maxDefinition) {
      throw tooDeep(definition);
    }
    return true;
  }

  private IllegalArgumentException misplaced(int repetition) {
    return new IllegalArgumentException(
        "Column "
            + leaf.dotted()
            + " goes on with repetition level "
            + repetition
            + " where no list is open");
  }

  private IllegalArgumentException tooDeep(int definition) {
    return new IllegalArgumentException(
        "Column "
            + leaf.dotted()
            + " has definition level "
            + definition
            + ", at most "
            + maxDefinition
            + " is possible");
  }

  /** Counts a value that was added, and the bytes of memory that it takes. */
  final void added(int bytes) {
    values++;
    valueBytes += bytes;
  }

  /** How many values the page has so far. */
  final int values() {
    return values;
  }

  private void beginRow(int row) throws IOException {
    if (row < rows) {
      throw new IllegalArgumentException(
          "Column "
              + leaf.dotted()
              + " begins twice in one record: its schema has one value there");
    }
    padTo(row);
    if (pageRows == pageRowLimit || entries + valueBytes >= pageByteLimit) {
      endPage();
    }
  }

  private void padTo(int row) throws IOException {
    if (row > rows && maxDefinition == 0) {
      throw new IllegalArgumentException(
          "Column " + leaf.dotted() + " is required, and a record has no value for it");
    }
    while (rows < row) {
      if (pageRows == pageRowLimit || entries + valueBytes >= pageByteLimit) {
        endPage();
      }
      int count = Math.min(row - rows, pageRowLimit - pageRows);
      if (entries + count > levels.length) {
        growLevels(entries + count);
      }
      Arrays.fill(levels, entries, entries + count, (byte) 0);
      entries += count;
      pageRows += count;
      rows += count;
    }
  }

  private void growLevels(int needed) {
    levels = Arrays.copyOf(levels, Math.max(needed, levels.length * 2));
  }

  private void endPage() throws IOException {
    EncodedBytes out = workspace.page();
    if (maxRepetition > 0) {
      byte[] repetitions = workspace.levels(entries);
      for (int at = 0; at < entries; at++) {
        repetitions[at] = (byte) (levels[at] >>> REPETITION);
        levels[at] &= DEFINITION;
      }
      LevelEncoder.encode(repetitions, entries, maxRepetition, out);
    }
    if (maxDefinition > 0) {
      LevelEncoder.encode(levels, entries, maxDefinition, out);
    }
    Encoding encoding = values == 0 ? Encoding.PLAIN : encodeValues(values, out);
    long before = pages.getMemSize();
    pages.writePage(
        BytesInput.from(out.array(), 0, out.size()),
        entries,
        pageRows,
        statistics(),
        Encoding.RLE,
        Encoding.RLE,
        encoding);
    workspace.written(pages.getMemSize() - before);
    clearValues();
    entries = 0;
    values = 0;
    valueBytes = 0;
    pageRows = 0;
  }

  /**
   * A page whose values have no order must have no statistics at all: readers take a page that has
   * a null count but no minimum for a page of nulls.
   */
  private Statistics<?> statistics() {
    Statistics.Builder statistics = Statistics.getBuilderForReading(descriptor.getPrimitiveType());
    if (values == 0 || describeValues(values, statistics)) {
      statistics.withNumNulls(entries - values);
    }
    return statistics.build();
  }

  /** Ends the column chunk of a row group of {@code groupRows} rows. */
  public final void endChunk(int groupRows) throws IOException {
    padTo(groupRows);
    if (pageRows > 0) {
      endPage();
    }
    Optional<DictionaryPage> dictionary = takeDictionary();
    if (dictionary.isPresent()) {
      pages.writeDictionaryPage(dictionary.get());
    }
    rows = 0;
  }

  final long levelBytes() {
    return levels.length;
  }
}

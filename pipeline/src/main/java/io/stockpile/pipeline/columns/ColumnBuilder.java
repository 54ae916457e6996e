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
 * Builds one leaf column: notes which entries of its group have a value here, collects the values
 * of the current page and hands full pages to the row group.
 *
 * <p>A page ends where a section of the row group ends, or before that where its bytes are too
 * many; always where a record ends.
 */
public abstract class ColumnBuilder {
  private static final int FIRST_ENTRIES = 256;

  private final Leaf leaf;
  private final ColumnDescriptor descriptor;
  private final PageWorkspace workspace;
  private final GroupLevels group;
  private final int maxDefinition;

  /** Whether it has a value wherever its struct, or the record, is there. */
  private final boolean required;

  private final int pageByteLimit;

  /** Has a 1 at the position of each entry of the page that has a value, and else zeros. */
  private byte[] marks = new byte[FIRST_ENTRIES];

  private PageWriter pages;
  private DictionaryChoices choices;
  private boolean dictionaryOpen;
  private int pageFrom;
  private int pageFromRow;
  private int behindLastValue;
  private int values;
  private int valueBytes;

  ColumnBuilder(
      Leaf leaf, ColumnDescriptor descriptor, GroupLevels group, PageWorkspace workspace) {
    this.leaf = leaf;
    this.descriptor = descriptor;
    this.group = group;
    this.workspace = workspace;
    this.maxDefinition = leaf.maxDefinition();
    this.required = maxDefinition == group.group().definition();
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

  /** Returns the dictionary of the chunk, or empty when no page uses one, and empties it. */
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

  /** Whether the next page of the chunk may use a dictionary. */
  final boolean hasDictionary() {
    return dictionaryOpen;
  }

  /** No later page of the chunk uses a dictionary. */
  final void closeDictionary() {
    dictionaryOpen = false;
  }

  /** Most of so many values were new: no later chunk of the column uses a dictionary. */
  final void refuseDictionary(int values) {
    choices.refuse(leaf.index(), values);
  }

  /**
   * Begins a column chunk.
   *
   * @param choices those of the table's files so far
   */
  public final void beginChunk(PageWriter pages, DictionaryChoices choices) {
    this.pages = pages;
    this.choices = choices;
    dictionaryOpen = choices.allows(leaf.index());
  }

  /**
   * Notes that the next entry of the column's group has a value here, which the caller must add
   * next.
   *
   * @param row the record's number in the row group
   */
  public final void value(int row, int repetition, int definition) throws IOException {
    group.open(row);
    int at = group.entries();
    if (at < behindLastValue || definition != maxDefinition) {
      throw misplaced(at < behindLastValue, definition);
    }
    if (at - pageFrom + valueBytes >= pageByteLimit) {
      endPageBefore(row);
    }
    if (at >= marks.length) {
      marks = Arrays.copyOf(marks, Math.max(at + 1, marks.length * 2));
    }
    marks[at] = 1;
    behindLastValue = at + 1;
    if (group.group().list()) {
      group.add(row, repetition, definition - 1);
    }
  }

  private IllegalArgumentException misplaced(boolean second, int definition) {
    String problem =
        second
            ? " begins twice in one record: its schema has one value there"
            : " has definition level %d, a value has %d".formatted(definition, maxDefinition);
    return new IllegalArgumentException("Column " + leaf.dotted() + problem);
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

  /** Ends the page before this row, unless the column has a value in it already. */
  private void endPageBefore(int row) throws IOException {
    int to = group.rowFrom();
    if (behindLastValue <= to && to > pageFrom) {
      endPage(to, row);
    }
  }

  private void endPage(int to, int row) throws IOException {
    int entries = to - pageFrom;
    EncodedBytes out = workspace.page();
    group.encodeRepetitions(pageFrom, to, workspace, out);
    encodeDefinitions(to, out);
    Encoding encoding = values == 0 ? Encoding.PLAIN : encodeValues(values, out);
    long before = pages.getMemSize();
    pages.writePage(
        BytesInput.from(out.array(), 0, out.size()),
        entries,
        row - pageFromRow,
        statistics(entries),
        Encoding.RLE,
        Encoding.RLE,
        encoding);
    workspace.written(pages.getMemSize() - before);
    clearValues();
    values = 0;
    valueBytes = 0;
    pageFrom = to;
    pageFromRow = row;
  }

  private void encodeDefinitions(int to, EncodedBytes out) {
    if (required) {
      requireValues(to);
    }
    if (maxDefinition > 0 && (values == 0 || required)) {
      group.encodeNulls(pageFrom, to, maxDefinition, workspace, out);
    } else if (maxDefinition > 0) {
      if (marks.length < to) {
        marks = Arrays.copyOf(marks, to);
      }
      group.encodeDefinitions(pageFrom, to, marks, workspace, out);
    }
    Arrays.fill(marks, pageFrom, Math.max(pageFrom, behindLastValue), (byte) 0);
  }

  private void requireValues(int to) {
    if (values != group.present(pageFrom, to)) {
      throw new IllegalArgumentException(
          "Column " + leaf.dotted() + " is required, and a record has no value for it");
    }
  }

  /**
   * A page whose values have no order must have no statistics at all: readers take a page that has
   * a null count but no minimum for a page of nulls.
   */
  private Statistics<?> statistics(int entries) {
    Statistics.Builder statistics = Statistics.getBuilderForReading(descriptor.getPrimitiveType());
    if (values == 0 || describeValues(values, statistics)) {
      statistics.withNumNulls(entries - values);
    }
    return statistics.build();
  }

  /**
   * Ends a section of the row group. The column's group must have been closed before.
   *
   * @param row the number of the next record in the row group
   */
  public final void endSection(int row) throws IOException {
    if (row > pageFromRow) {
      endPage(group.entries(), row);
    }
    pageFrom = 0;
    behindLastValue = 0;
  }

  /** Ends the column chunk; its last section has ended. */
  public final void endChunk() throws IOException {
    Optional<DictionaryPage> dictionary = takeDictionary();
    if (dictionary.isPresent()) {
      pages.writeDictionaryPage(dictionary.get());
    }
    pages = null;
    pageFromRow = 0;
  }

  final long levelBytes() {
    return marks.length;
  }
}

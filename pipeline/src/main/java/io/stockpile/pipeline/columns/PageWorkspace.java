package io.stockpile.pipeline.columns;

import io.stockpile.pipeline.parquet.WriterSettings;

/** What the columns of one file share while they put a page together, one after the other. */
public final class PageWorkspace {
  private final EncodedBytes page = new EncodedBytes();
  private final DictionaryVerdicts verdicts;
  private final int pageRows;
  private final int pageBytes;
  private long compressedBytes;
  private int[] indexes = new int[1024];

  public PageWorkspace(WriterSettings settings, DictionaryVerdicts verdicts) {
    this.verdicts = verdicts;
    this.pageRows = settings.pageRows();
    this.pageBytes = settings.pageBytes();
  }

  DictionaryVerdicts verdicts() {
    return verdicts;
  }

  int pageRows() {
    return pageRows;
  }

  int pageBytes() {
    return pageBytes;
  }

  /** An empty buffer. */
  EncodedBytes page() {
    page.truncate(0);
    return page;
  }

  /** Room for so many dictionary indexes; its content is anything. */
  int[] indexes(int count) {
    if (count > indexes.length) {
      indexes = new int[Math.max(count, indexes.length * 2)];
    }
    return indexes;
  }

  /** Notes that a page went into the row group, or entries into a dictionary that is to follow. */
  void written(long bytes) {
    compressedBytes += bytes;
  }

  /** The bytes of the row group's pages so far; of its dictionaries, before compression. */
  public long compressedBytes() {
    return compressedBytes;
  }

  /** Begins a row group. */
  public void beginRowGroup() {
    compressedBytes = 0;
  }

  public long capacityBytes() {
    return page.capacity() + (long) indexes.length * Integer.BYTES;
  }
}

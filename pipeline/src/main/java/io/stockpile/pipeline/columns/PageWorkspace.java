package io.stockpile.pipeline.columns;

/** What the columns of one file share while they put a page together, one after the other. */
public final class PageWorkspace {
  private final EncodedBytes page = new EncodedBytes();
  private final DictionaryChoices choices;
  private final int pageRows;
  private final int pageBytes;
  private long compressedBytes;
  private int[] indexes = new int[1024];
  private byte[] levels = new byte[1024];

  /**
   * @param pageRows how many rows a page may hold
   * @param pageBytes how many bytes a page may have before compression
   */
  public PageWorkspace(int pageRows, int pageBytes, DictionaryChoices choices) {
    this.choices = choices;
    this.pageRows = pageRows;
    this.pageBytes = pageBytes;
  }

  DictionaryChoices choices() {
    return choices;
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

  /** Room for at least {@code count} dictionary indexes, with anything in it. */
  int[] indexes(int count) {
    if (count > indexes.length) {
      indexes = new int[Math.max(count, indexes.length * 2)];
    }
    return indexes;
  }

  /** Room for at least {@code count} levels, with anything in it. */
  byte[] levels(int count) {
    if (count > levels.length) {
      levels = new byte[Math.max(count, levels.length * 2)];
    }
    return levels;
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
    return page.capacity() + (long) indexes.length * Integer.BYTES + levels.length;
  }
}

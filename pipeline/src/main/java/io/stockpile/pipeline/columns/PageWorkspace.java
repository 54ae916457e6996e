package io.stockpile.pipeline.columns;

/**
 * The buffers and limits that the columns of one row group share. One column at a time builds a
 * page with them. Not thread-safe.
 */
public final class PageWorkspace {
  private final EncodedBytes page = new EncodedBytes();
  private final int pageBytes;
  private long compressedBytes;
  private int[] indexes = new int[1024];
  private byte[] levels = new byte[1024];

  /**
   * @param pageBytes how many bytes a page may have before compression
   */
  public PageWorkspace(int pageBytes) {
    this.pageBytes = pageBytes;
  }

  int pageBytes() {
    return pageBytes;
  }

  /** The buffer for a page, emptied. */
  EncodedBytes page() {
    page.truncate(0);
    return page;
  }

  /** An array for at least {@code count} dictionary indexes; its content is undefined. */
  int[] indexes(int count) {
    if (count > indexes.length) {
      indexes = new int[Math.max(count, indexes.length * 2)];
    }
    return indexes;
  }

  /** An array for at least {@code count} levels; its content is undefined. */
  byte[] levels(int count) {
    if (count > levels.length) {
      levels = new byte[Math.max(count, levels.length * 2)];
    }
    return levels;
  }

  /**
   * Counts the bytes of a page that was added to the row group, or of entries added to a dictionary
   * that is written later.
   */
  void written(long bytes) {
    compressedBytes += bytes;
  }

  /** The size of the row group so far in bytes: its pages compressed, its dictionaries not. */
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

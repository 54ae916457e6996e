package io.stockpile.pipeline.columns;

/**
 * Which columns of a table get a dictionary, judged by the table's files so far. Only the values
 * decide, so the same records in the same order give the same files. Not thread-safe.
 */
public final class DictionaryChoices {
  /** The greatest size of a dictionary. A larger one does not fit the processor's caches. */
  static final int MAX_BYTES = 1 << 20;

  /** A page with fewer values is too small to judge the following pages by. */
  private static final int SAMPLE = 1024;

  private final boolean[] refused;

  public DictionaryChoices(int leaves) {
    refused = new boolean[leaves];
  }

  boolean allows(int leaf) {
    return !refused[leaf];
  }

  /**
   * Notes that most of a page's values were new: no later chunk of the column uses a dictionary.
   */
  void refuse(int leaf, int values) {
    if (values >= SAMPLE) {
      refused[leaf] = true;
    }
  }

  /**
   * How many of a page's values may be new to the dictionary; with more the dictionary is given up.
   */
  static int allowedNew(int values) {
    return values < SAMPLE ? values : values / 4 * 3;
  }

  /** Whether the page is smaller as new entries and indexes than as plain values. */
  static boolean pays(long newBytes, int values, int dictionarySize, long plainBytes) {
    return newBytes + (long) values * IndexEncoder.width(dictionarySize) / 8 < plainBytes;
  }
}

package io.stockpile.pipeline.columns;

/**
 * Which columns of a table are not worth a dictionary, as far as its files so far have shown. Only
 * the values decide, so the same records in the same order give the same choices. Not thread-safe.
 */
public final class DictionaryChoices {
  /** The greatest size of a dictionary: a look-up in a larger one misses the caches. */
  static final int MAX_BYTES = 1 << 20;

  /** A page with fewer values says nothing about the pages that follow. */
  private static final int SAMPLE = 1024;

  private final boolean[] refused;

  public DictionaryChoices(int leaves) {
    refused = new boolean[leaves];
  }

  boolean allows(int leaf) {
    return !refused[leaf];
  }

  /** Most of a page's values were new: no chunk of this table tries again. */
  void refuse(int leaf, int values) {
    if (values >= SAMPLE) {
      refused[leaf] = true;
    }
  }

  /** How many of a page's values may be new before the dictionary is given up. */
  static int allowedNew(int values) {
    return values < SAMPLE ? values : values / 4 * 3;
  }

  /** Whether the new entries and the indexes together are smaller than the values themselves. */
  static boolean pays(long newBytes, int values, int dictionarySize, long plainBytes) {
    return newBytes + (long) values * IndexEncoder.width(dictionarySize) / 8 < plainBytes;
  }
}

package io.stockpile.pipeline.derive;

import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * The ids that came before, exactly: any 64-bit numbers. Ids mostly rise, so an id above all others
 * is new without a look.
 */
final class SeenIds {
  private final Roaring64Bitmap seen = new Roaring64Bitmap();
  private boolean any;
  private long highest;

  /** Remembers an id; false when it came before. */
  boolean add(long id) {
    if (any && id <= highest) {
      if (seen.contains(id)) {
        return false;
      }
    } else {
      highest = id;
      any = true;
    }
    seen.addLong(id);
    return true;
  }
}

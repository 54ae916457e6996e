package io.stockpile.pipeline.inventory;

/** What to do with a unit that the archive already holds complete. */
public enum OnExisting {
  /** Leave it: a second run is a no-op. */
  SKIP,
  /** Do it again and put the result in its place. */
  REPLACE,
  /** Start nothing at all. */
  FAIL
}

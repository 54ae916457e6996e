package io.stockpile.pipeline.inventory;

/** What to do with a unit that the archive already holds complete. */
public enum OnExisting {
  /** Leave it as it is, so that a second run changes nothing. */
  SKIP,
  /** Build it again and replace it. */
  REPLACE,
  /** Refuse to start the job. */
  FAIL
}

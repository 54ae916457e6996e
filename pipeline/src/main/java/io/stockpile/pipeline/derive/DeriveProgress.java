package io.stockpile.pipeline.derive;

/** Is told how far the deriving of one unit has come. */
@FunctionalInterface
public interface DeriveProgress {
  /** Ignores what it is told. */
  DeriveProgress NONE = (landedBytes, rows) -> {};

  /**
   * Called from the deriving thread, about once for each megabyte of lines. Both numbers are totals
   * since the start of the unit and never get smaller.
   *
   * @param landedBytes bytes read of the landed objects, compressed as they are stored
   * @param rows rows written so far
   */
  void advanced(long landedBytes, long rows);
}

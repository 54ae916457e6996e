package io.stockpile.pipeline.derive;

/** Hears how far the deriving of one unit has come. */
@FunctionalInterface
public interface DeriveProgress {
  /** Hears nothing. */
  DeriveProgress NONE = (landedBytes, rows) -> {};

  /**
   * Called from the deriving thread, about once for a megabyte of lines, with totals since the
   * unit's start that never shrink.
   *
   * @param landedBytes bytes of the landed objects read, as they lie in the archive
   * @param rows rows written so far
   */
  void advanced(long landedBytes, long rows);
}

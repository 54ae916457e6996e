package io.stockpile.pipeline.derive;

import io.stockpile.pipeline.lines.LineEdit;

/**
 * Removes from the lines of one unit what is to be erased, and counts the lines removed. Not
 * thread-safe.
 */
public interface LineErasing {
  /** Removes nothing. */
  LineErasing NONE =
      new LineErasing() {
        @Override
        public LineEdit begin(String key) {
          return LineEdit.NONE;
        }

        @Override
        public long erasedLines(String key) {
          return 0;
        }
      };

  /**
   * Begins the landed object with this key; the result is applied to each of its lines, in order.
   */
  LineEdit begin(String key);

  /** How many lines of this landed object have been made empty so far. */
  long erasedLines(String key);
}

package io.stockpile.pipeline.derive;

import io.stockpile.pipeline.lines.LineEdit;

/** Takes out of a unit's lines what is to be gone, and counts. Not thread-safe. */
public interface LineErasing {
  /** Takes nothing out. */
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

  /** Begins with the lines of one landed object. */
  LineEdit begin(String key);

  /** How many lines of it have become empty. */
  long erasedLines(String key);
}

package io.stockpile.pipeline.derive;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.lines.LineEdit;
import io.stockpile.schemas.TableSchema;

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
        public Look look(TableSchema table, String format) {
          return record -> false;
        }

        @Override
        public long erasedLines(String key) {
          return 0;
        }
      };

  /** Tells of parsed lines whether they may contain something that is to be erased. */
  @FunctionalInterface
  interface Look {
    /**
     * Whether something may have to be removed from the line; never false if something has to be.
     *
     * @param record everything that the line says, as values of columns and what is left over
     */
    boolean concerns(ShreddedRecord record);
  }

  /**
   * Begins the landed object with this key; the result is applied to lines of it, in order, and to
   * each line that {@link #look} does not clear.
   */
  LineEdit begin(String key);

  /** The look at lines of one format of a table. */
  Look look(TableSchema table, String format);

  /** Called with each row before it is written. */
  default void row(TableSchema table, ShreddedRecord record) {}

  /**
   * Called with each line that is not a row: duplicates, rejected and control lines.
   *
   * @param bytes contain the line as {@link LineEdit} demands it
   * @param whole whether all of the line is there
   */
  default void besidesRows(byte[] bytes, int from, int to, boolean whole) {}

  /** How many lines of this landed object have been made empty so far. */
  long erasedLines(String key);
}

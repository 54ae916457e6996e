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

  /** Says whether a parsed line may contain something to erase. */
  @FunctionalInterface
  interface Look {
    /**
     * Whether something may have to be removed from the line. It may be true in vain, but false is
     * certain.
     *
     * @param record all values of the line, as columns and as what has no column
     */
    boolean concerns(ShreddedRecord record);
  }

  /**
   * Begins the landed object with this key. The result is applied to its lines in their order;
   * lines that {@link #look} finds free of anything to erase may be left out.
   */
  LineEdit begin(String key);

  /** The look for lines of this format of this table. */
  Look look(TableSchema table, String format);

  /** Called with each row before it is written. */
  default void row(TableSchema table, ShreddedRecord record) {}

  /**
   * Called with each line that is not a row: duplicates, rejected and control lines.
   *
   * @param bytes contain the line, with the bytes behind it that {@link LineEdit#edit} asks for
   * @param whole whether the whole line is there; false when it was cut because of its length
   */
  default void besidesRows(byte[] bytes, int from, int to, boolean whole) {}

  /** How many lines of this landed object have been made empty so far. */
  long erasedLines(String key);
}

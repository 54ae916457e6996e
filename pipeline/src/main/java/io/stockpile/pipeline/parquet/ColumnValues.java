package io.stockpile.pipeline.parquet;

import org.apache.parquet.column.ColumnReader;

/** The values of one column in one row group, in the order of the rows. Not thread-safe. */
public final class ColumnValues {
  private final ColumnReader reader;
  private final int maxDefinition;
  private long left;
  private boolean begun;
  private int row = -1;

  /** Takes the number of values from the reader, because a row of a list has several. */
  @SuppressWarnings("deprecation")
  ColumnValues(ColumnReader reader, int maxDefinition) {
    this.reader = reader;
    this.maxDefinition = maxDefinition;
    this.left = reader.getTotalValueCount();
  }

  /**
   * Moves to the next value. A column outside lists has one for each row, which may be a null.
   *
   * @return false when there is none
   */
  public boolean next() {
    if (begun) {
      if (!isNull()) {
        // Otherwise a value that was not read would be taken for the next one.
        reader.skip();
      }
      reader.consume();
    }
    begun = left > 0;
    left--;
    if (begun && reader.getCurrentRepetitionLevel() == 0) {
      row++;
    }
    return begun;
  }

  /** The number of the value's row in the row group, from 0. */
  public int row() {
    return row;
  }

  /** Whether the value is a null. */
  public boolean isNull() {
    return reader.getCurrentDefinitionLevel() < maxDefinition;
  }

  /** The value of an INT64, or of a timestamp in microseconds. */
  public long number() {
    return reader.getLong();
  }

  /** The value of a BOOLEAN. */
  public boolean truth() {
    return reader.getBoolean();
  }

  /** The value as bytes; text is UTF-8. */
  public byte[] bytes() {
    return reader.getBinary().getBytesUnsafe();
  }
}

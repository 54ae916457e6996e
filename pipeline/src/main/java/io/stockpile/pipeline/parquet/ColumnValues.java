package io.stockpile.pipeline.parquet;

import org.apache.parquet.column.ColumnReader;

/** The values of one column in one row group, in the order of the rows. Not thread-safe. */
public final class ColumnValues {
  private final ColumnReader reader;
  private final int maxDefinition;
  private long left;
  private boolean begun;
  private int row = -1;

  /** Nothing else says how many values there are where a row has several. */
  @SuppressWarnings("deprecation")
  ColumnValues(ColumnReader reader, int maxDefinition) {
    this.reader = reader;
    this.maxDefinition = maxDefinition;
    this.left = reader.getTotalValueCount();
  }

  /**
   * Moves to the next value: one a row, where the column stands in no list.
   *
   * @return false behind the last
   */
  public boolean next() {
    if (begun) {
      reader.consume();
    }
    begun = left > 0;
    left--;
    if (begun && reader.getCurrentRepetitionLevel() == 0) {
      row++;
    }
    return begun;
  }

  /** The row of the row group that it stands in, from 0. */
  public int row() {
    return row;
  }

  /** Whether there is no value in this place. */
  public boolean isNull() {
    return reader.getCurrentDefinitionLevel() < maxDefinition;
  }

  /** An INT64 or a timestamp in microseconds. */
  public long number() {
    return reader.getLong();
  }

  /** A BOOLEAN. */
  public boolean truth() {
    return reader.getBoolean();
  }

  /** A text's UTF-8, or bytes. */
  public byte[] bytes() {
    return reader.getBinary().getBytesUnsafe();
  }
}

package io.stockpile.pipeline.parquet;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** What Parquet's reader asks for where it makes records of columns; here none are made. */
final class NoRecords extends GroupConverter {
  static final NoRecords ROOT = new NoRecords();

  private NoRecords() {}

  @Override
  public Converter getConverter(int field) {
    return new Either();
  }

  @Override
  public void start() {}

  @Override
  public void end() {}

  /** A group or a value, whichever the schema has in this place. */
  private static final class Either extends PrimitiveConverter {
    @Override
    public GroupConverter asGroupConverter() {
      return ROOT;
    }
  }
}

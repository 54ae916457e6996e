package io.stockpile.pipeline.parquet;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/**
 * A converter that makes nothing. Parquet's column reader demands one, although only columns are
 * read here.
 */
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

  /** Stands for a group or a value, whatever the schema has. */
  private static final class Either extends PrimitiveConverter {
    @Override
    public GroupConverter asGroupConverter() {
      return ROOT;
    }
  }
}

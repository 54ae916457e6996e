package io.stockpile.pipeline.rows;

import io.stockpile.schemas.Primitive;
import java.util.function.Consumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Receives the values of one column from Parquet's reader. */
final class ScalarConverter extends PrimitiveConverter {
  private final Primitive type;
  private final Consumer<Object> owner;
  private Object[] words = {};

  ScalarConverter(Primitive type, Consumer<Object> owner) {
    this.type = type;
    this.owner = owner;
  }

  private Object value(Binary bytes) {
    return type == Primitive.BINARY ? bytes.getBytes() : bytes.toStringUsingUTF8();
  }

  /** True, so that a value in the dictionary is decoded once, however often the column has it. */
  @Override
  public boolean hasDictionarySupport() {
    return type == Primitive.STRING || type == Primitive.JSON;
  }

  @Override
  public void setDictionary(Dictionary dictionary) {
    words = new Object[dictionary.getMaxId() + 1];
    for (int id = 0; id < words.length; id++) {
      words[id] = value(dictionary.decodeToBinary(id));
    }
  }

  @Override
  public void addValueFromDictionary(int id) {
    owner.accept(words[id]);
  }

  @Override
  public void addBinary(Binary bytes) {
    owner.accept(value(bytes));
  }

  @Override
  public void addBoolean(boolean value) {
    owner.accept(value);
  }

  @Override
  public void addDouble(double value) {
    owner.accept(value);
  }

  @Override
  public void addInt(int value) {
    owner.accept(RowValues.ofNumber(type, value));
  }

  @Override
  public void addLong(long value) {
    owner.accept(RowValues.ofNumber(type, value));
  }
}

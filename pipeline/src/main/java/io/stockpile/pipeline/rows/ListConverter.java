package io.stockpile.pipeline.rows;

import io.stockpile.schemas.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;

/** Receives the elements of a three-level list from Parquet's reader. */
final class ListConverter extends GroupConverter {
  private final Consumer<Object> owner;
  private final Level level;
  private List<Object> elements = new ArrayList<>();

  ListConverter(
      FieldType.ListOf list, GroupType read, Schema.FieldType elementType, Consumer<Object> owner) {
    this.owner = owner;
    level = new Level(list.element(), read.getType(0).asGroupType(), elementType);
  }

  @Override
  public Converter getConverter(int index) {
    return level;
  }

  @Override
  public void start() {
    elements = new ArrayList<>();
  }

  @Override
  public void end() {
    owner.accept(elements);
  }

  /** The repeated group around an element. */
  private final class Level extends GroupConverter {
    private final Converter converter;
    private Object element;

    Level(FieldType type, GroupType read, Schema.FieldType elementType) {
      converter = RowConverter.of(type, read.getType(0), elementType, value -> element = value);
    }

    @Override
    public Converter getConverter(int index) {
      return converter;
    }

    @Override
    public void start() {
      element = null;
    }

    @Override
    public void end() {
      elements.add(element);
    }
  }
}

package io.stockpile.pipeline.rows;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Receives the members of a group from Parquet's reader and makes a row of them. */
final class RowConverter extends GroupConverter {
  private final Schema schema;
  private final Consumer<Object> owner;
  private final Converter[] members;
  private Object[] values;

  /**
   * @param fields the fields of the row
   * @param read those of the fields that the file has
   * @param owner receives each row
   */
  RowConverter(List<Field> fields, GroupType read, Schema schema, Consumer<Object> owner) {
    this.schema = schema;
    this.owner = owner;
    values = new Object[fields.size()];
    members = new Converter[read.getFieldCount()];
    for (int place = 0; place < fields.size(); place++) {
      Field field = fields.get(place);
      if (read.containsField(field.name())) {
        int slot = place;
        members[read.getFieldIndex(field.name())] =
            of(
                field.type(),
                read.getType(field.name()),
                schema.getField(field.name()).getType(),
                value -> values[slot] = value);
      }
    }
  }

  static Converter of(
      FieldType type, Type read, Schema.FieldType beamType, Consumer<Object> owner) {
    if (type instanceof FieldType.Scalar scalar) {
      return new ScalarConverter(scalar.primitive(), owner);
    }
    if (type instanceof FieldType.Group group) {
      return new RowConverter(group.fields(), read.asGroupType(), beamType.getRowSchema(), owner);
    }
    return new ListConverter(
        (FieldType.ListOf) type, read.asGroupType(), beamType.getCollectionElementType(), owner);
  }

  @Override
  public Converter getConverter(int index) {
    return members[index];
  }

  @Override
  public void start() {
    values = new Object[values.length];
  }

  @Override
  public void end() {
    owner.accept(Row.withSchema(schema).attachValues(Arrays.asList(values)));
  }
}

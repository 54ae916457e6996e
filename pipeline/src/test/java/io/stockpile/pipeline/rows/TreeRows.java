package io.stockpile.pipeline.rows;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;

/** Makes the expected rows of records that are trees. Beam checks their values. */
final class TreeRows {
  private TreeRows() {}

  static Row row(List<Field> fields, Schema schema, Map<?, ?> tree) {
    List<Object> values = new ArrayList<>();
    for (Field field : fields) {
      values.add(
          value(field.type(), schema.getField(field.name()).getType(), tree.get(field.name())));
    }
    return Row.withSchema(schema).addValues(values).build();
  }

  private static Object value(FieldType type, Schema.FieldType beamType, Object value) {
    if (value == null) {
      return null;
    }
    if (type instanceof FieldType.Group group) {
      return row(group.fields(), beamType.getRowSchema(), (Map<?, ?>) value);
    }
    if (type instanceof FieldType.ListOf list) {
      List<Object> elements = new ArrayList<>();
      for (Object element : (List<?>) value) {
        elements.add(value(list.element(), beamType.getCollectionElementType(), element));
      }
      return elements;
    }
    Primitive primitive = ((FieldType.Scalar) type).primitive();
    return switch (primitive) {
      case BOOLEAN, INT64, DOUBLE, STRING, JSON -> value;
      case BINARY -> ((ByteBuffer) value).array();
      case DATE -> LocalDate.ofEpochDay((Long) value);
      case TIMESTAMP -> {
        long micros = (Long) value;
        yield Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
      }
    };
  }
}

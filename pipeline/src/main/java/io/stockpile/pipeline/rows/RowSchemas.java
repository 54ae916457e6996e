package io.stockpile.pipeline.rows;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.util.List;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.logicaltypes.SqlTypes;

/**
 * Schemas of Beam for the tables: the same names, order and nesting; nullable where the column is
 * not required; the column's doc as the description. No value loses precision:
 *
 * <ul>
 *   <li>{@link Primitive#BOOLEAN}, {@code INT64} and {@code DOUBLE} are Beam's types of the same
 *       name; {@code BINARY} is {@code BYTES}
 *   <li>{@code STRING} and {@code JSON} are {@code STRING}; JSON is the text as the record has it
 *   <li>{@code TIMESTAMP} is {@link SqlTypes#TIMESTAMP}, a {@link java.time.Instant} in
 *       microseconds; {@code DATETIME} would have only milliseconds
 *   <li>{@code DATE} is {@link SqlTypes#DATE}, a {@link java.time.LocalDate}
 *   <li>groups are rows; lists are arrays, whose elements may be null
 * </ul>
 */
public final class RowSchemas {
  private RowSchemas() {}

  /** The schema of a table's rows. */
  public static Schema of(TableSchema table) {
    return of(table.fields());
  }

  static Schema of(List<Field> fields) {
    Schema.Builder schema = Schema.builder();
    for (Field field : fields) {
      schema.addField(
          Schema.Field.of(field.name(), type(field.type()).withNullable(!field.required()))
              .withDescription(field.doc()));
    }
    return schema.build();
  }

  private static Schema.FieldType type(FieldType type) {
    if (type instanceof FieldType.Scalar scalar) {
      return scalar(scalar.primitive());
    }
    if (type instanceof FieldType.Group group) {
      return Schema.FieldType.row(of(group.fields()));
    }
    FieldType.ListOf list = (FieldType.ListOf) type;
    return Schema.FieldType.array(type(list.element()).withNullable(true));
  }

  private static Schema.FieldType scalar(Primitive primitive) {
    return switch (primitive) {
      case BOOLEAN -> Schema.FieldType.BOOLEAN;
      case INT64 -> Schema.FieldType.INT64;
      case DOUBLE -> Schema.FieldType.DOUBLE;
      case STRING, JSON -> Schema.FieldType.STRING;
      case BINARY -> Schema.FieldType.BYTES;
      case DATE -> Schema.FieldType.logicalType(SqlTypes.DATE);
      case TIMESTAMP -> Schema.FieldType.logicalType(SqlTypes.TIMESTAMP);
    };
  }
}

package io.stockpile.pipeline.beam;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.logicaltypes.SqlTypes;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.joda.time.Instant;

/**
 * Converts rows for Beam SQL, which cannot plan a query on {@link SqlTypes#TIMESTAMP}. Such values
 * become {@code DATETIME} (TIMESTAMP in SQL), also inside groups and lists. They are rounded down
 * to milliseconds, also before 1970, so that their order stays. Everything else stays as it is.
 *
 * <pre>{@code
 * rows.apply(SqlRows.convert()).apply(SqlTransform.query("SELECT … FROM PCOLLECTION"));
 * }</pre>
 */
public final class SqlRows extends PTransform<PCollection<Row>, PCollection<Row>> {
  private static final long serialVersionUID = 1L;

  private SqlRows() {}

  /** The transform. Its input needs a schema. */
  public static SqlRows convert() {
    return new SqlRows();
  }

  @Override
  public PCollection<Row> expand(PCollection<Row> rows) {
    Schema schema = schema(rows.getSchema());
    return rows.apply("Times", ParDo.of(new ConvertFn(schema))).setRowSchema(schema);
  }

  private static Schema schema(Schema from) {
    Schema.Builder schema = Schema.builder();
    for (Schema.Field field : from.getFields()) {
      schema.addField(field.withType(type(field.getType())));
    }
    return schema.build();
  }

  private static Schema.FieldType type(Schema.FieldType from) {
    Schema.FieldType type =
        switch (from.getTypeName()) {
          case ROW -> Schema.FieldType.row(schema(from.getRowSchema()));
          case ARRAY -> Schema.FieldType.array(type(from.getCollectionElementType()));
          case LOGICAL_TYPE ->
              from.isLogicalType(SqlTypes.TIMESTAMP.getIdentifier())
                  ? Schema.FieldType.DATETIME
                  : from;
          default -> from;
        };
    return type.withNullable(from.getNullable());
  }

  private static final class ConvertFn extends DoFn<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final Schema schema;

    ConvertFn(Schema schema) {
      this.schema = schema;
    }

    @ProcessElement
    public void convert(@Element Row row, OutputReceiver<Row> output) {
      output.output(row(row, schema));
    }

    private static Row row(Row row, Schema schema) {
      List<Object> values = new ArrayList<>(schema.getFieldCount());
      for (int field = 0; field < schema.getFieldCount(); field++) {
        values.add(value(row.getValue(field), schema.getField(field).getType()));
      }
      return Row.withSchema(schema).attachValues(values);
    }

    private static Object value(Object value, Schema.FieldType type) {
      if (value instanceof Row row) {
        return row(row, type.getRowSchema());
      }
      if (value instanceof List<?> list) {
        List<Object> elements = new ArrayList<>(list.size());
        list.forEach(element -> elements.add(value(element, type.getCollectionElementType())));
        return elements;
      }
      return value instanceof java.time.Instant instant
          ? Instant.ofEpochMilli(instant.toEpochMilli())
          : value;
    }
  }
}

package io.stockpile.pipeline.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.schemas.logicaltypes.SqlTypes;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.Row;
import org.junit.jupiter.api.Test;

class SqlRowsTest {
  private static final FieldType MICROS = FieldType.logicalType(SqlTypes.TIMESTAMP);

  private static Schema inner(FieldType time) {
    return Schema.builder()
        .addNullableField("at", time)
        .addField("day", FieldType.logicalType(SqlTypes.DATE))
        .build();
  }

  private static Schema schema(FieldType time) {
    return Schema.builder()
        .addField("id", FieldType.INT64)
        .addField(Schema.Field.of("created_at", time).withDescription("When."))
        .addNullableField("user", FieldType.row(inner(time)))
        .addNullableField("seen", FieldType.array(FieldType.row(inner(time)).withNullable(true)))
        .addNullableField("times", FieldType.array(time))
        .build();
  }

  @Test
  void timesBecomeMillisecondsWhereverTheyAreAndAllElseStays() {
    LocalDate day = LocalDate.of(2016, 12, 5);
    Schema from = schema(MICROS);
    Row.Builder full = Row.withSchema(from);
    full.addValue(1L).addValue(Instant.parse("2016-12-05T14:30:00.123999Z"));
    full.addValue(row(MICROS, Instant.parse("1969-12-31T23:59:59.999999Z"), day));
    full.addArray(Arrays.asList(row(MICROS, null, day), null));
    full.addArray(List.of(Instant.EPOCH));
    Row empty = Row.withSchema(from).addValues(2L, Instant.EPOCH, null, null, null).build();
    Pipeline pipeline = Pipeline.create();

    List<Row> converted =
        Collected.of(
            pipeline,
            pipeline
                .apply(Create.of(full.build(), empty).withRowSchema(from))
                .apply(SqlRows.convert()));

    Schema to = schema(FieldType.DATETIME);
    Row.Builder expected = Row.withSchema(to);
    expected.addValue(1L).addValue(joda("2016-12-05T14:30:00.123Z"));
    expected.addValue(row(FieldType.DATETIME, joda("1969-12-31T23:59:59.999Z"), day));
    expected.addArray(Arrays.asList(row(FieldType.DATETIME, null, day), null));
    expected.addArray(List.of(joda("1970-01-01T00:00:00Z")));
    Row nothing =
        Row.withSchema(to).addValues(2L, joda("1970-01-01T00:00:00Z"), null, null, null).build();
    assertThat(converted).containsExactlyInAnyOrder(expected.build(), nothing);
    assertThat(converted.get(0).getSchema().getField("created_at").getDescription())
        .isEqualTo("When.");
  }

  private static Row row(FieldType time, Object at, LocalDate day) {
    return Row.withSchema(inner(time)).addValues(at, day).build();
  }

  private static org.joda.time.Instant joda(String text) {
    return org.joda.time.Instant.parse(text);
  }
}

package io.stockpile.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.DataFiles;
import io.stockpile.bench.data.DataSettings;
import io.stockpile.bench.data.Shape;
import io.stockpile.bench.peer.ParquetContents;
import io.stockpile.bench.peer.Width;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DuckDbJobTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Shape.class)
  void everyShapeGivesTheRowsThatTheFactsSayInBothWidths(Shape shape) throws Exception {
    DataFacts facts = generate(shape, 42);

    for (Width width : Width.values()) {
      ParquetContents contents = run(shape, width);

      assertThat(contents.rows()).isEqualTo(facts.records());
      assertThat(contents.idSum()).isEqualTo(facts.idSum());
      assertThat(contents.rowsByDate()).isEqualTo(facts.recordsByDate());
      assertThat(contents.figures()).hasSize(2 * width.job(shape).compared().size());
    }
  }

  @ParameterizedTest
  @EnumSource(Width.class)
  void messagesAreTheSameInBothShapes(Width width) throws Exception {
    generate(Shape.BARE, 42);
    generate(Shape.ENVELOPE, 42);

    ParquetContents bare = run(Shape.BARE, width);
    ParquetContents envelope = run(Shape.ENVELOPE, width);

    assertThat(envelope.differences(bare)).isEmpty();
  }

  @Test
  void theNarrowJobHas34Columns() {
    assertThat(Width.NARROW.job(Shape.BARE).compared()).hasSize(34);
  }

  @ParameterizedTest
  @CsvSource({
    "BARE, NARROW, date=2016-12-05, body",
    "BARE, WIDE, date=2016-12-05, body",
    "ACTIVITIES, NARROW, object=LikeMessage/date=2016-12-05, action",
    "ACTIVITIES, WIDE, object=LikeMessage/date=2016-12-05, data",
    "TWEETS, NARROW, date=2016-12-05, text",
    "TWEETS, WIDE, date=2016-12-05, source"
  })
  void aChangedValueIsADifference(Shape shape, Width width, String partition, String column)
      throws Exception {
    generate(shape, 42);
    ParquetContents before = run(shape, width);
    Path output = directory.resolve(shape + "-" + width);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (SELECT * REPLACE (CASE WHEN id = min_id THEN '{}' ELSE %2$s END AS %2$s)
                FROM (SELECT * FROM read_parquet('%1$s/*.parquet', hive_partitioning=false)),
                     (SELECT min(id) AS min_id FROM read_parquet('%1$s/*.parquet')))
          TO '%1$s/data_0.parquet' (FORMAT parquet)
          """
              .formatted(output.resolve(partition), column));
    }

    ParquetContents after = ParquetContents.ofPeer(output, width.job(shape));

    assertThat(after.differences(before))
        .singleElement()
        .asString()
        .startsWith("contents of " + column);
  }

  private DataFacts generate(Shape shape, long seed) throws Exception {
    return DataFiles.generate(
        directory.resolve(shape.name()),
        new DataSettings(seed, LocalDate.of(2016, 12, 5), 2, 300, shape));
  }

  private ParquetContents run(Shape shape, Width width) throws Exception {
    Path output = directory.resolve(shape + "-" + width);
    DuckDbJob.main(
        new String[] {
          "--input=" + directory.resolve(shape.name()) + "/**/*.gz",
          "--output=" + output,
          "--peer=" + width,
          "--shape=" + shape,
          "--threads=1"
        });
    return ParquetContents.ofPeer(output, width.job(shape));
  }
}

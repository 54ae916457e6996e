package io.stockpile.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.DataSettings;
import io.stockpile.bench.data.MessageFiles;
import io.stockpile.bench.data.MessageShape;
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
import org.junit.jupiter.params.provider.EnumSource;

class DuckDbJobTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Width.class)
  void bothShapesGiveTheRowsThatTheFactsSay(Width width) throws Exception {
    DataFacts facts = generate(MessageShape.BARE, 42);
    generate(MessageShape.ENVELOPE, 42);

    ParquetContents bare = run(MessageShape.BARE, width);
    ParquetContents envelope = run(MessageShape.ENVELOPE, width);

    assertThat(bare.rows()).isEqualTo(facts.lines());
    assertThat(bare.idSum()).isEqualTo(facts.idSum());
    assertThat(bare.rowsByDate()).isEqualTo(facts.linesByDate());
    assertThat(bare.figures()).isNotEmpty();
    assertThat(envelope.differences(bare)).isEmpty();
  }

  @Test
  void theNarrowJobHas34Columns() {
    assertThat(Width.NARROW.job().compared()).hasSize(34);
  }

  @ParameterizedTest
  @EnumSource(Width.class)
  void aChangedValueIsADifference(Width width) throws Exception {
    generate(MessageShape.BARE, 42);
    ParquetContents before = run(MessageShape.BARE, width);
    String table = directory.resolve("BARE-" + width) + "/date=2016-12-05";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (SELECT * REPLACE (CASE WHEN id = min_id THEN reverse(body) ELSE body END AS body)
                FROM (SELECT * FROM read_parquet('%1$s/*.parquet', hive_partitioning=false)),
                     (SELECT min(id) AS min_id FROM read_parquet('%1$s/*.parquet')))
          TO '%1$s/data_0.parquet' (FORMAT parquet)
          """
              .formatted(table));
    }

    ParquetContents after = ParquetContents.ofPeer(directory.resolve("BARE-" + width), width.job());

    assertThat(after.differences(before)).singleElement().asString().startsWith("contents of body");
  }

  private DataFacts generate(MessageShape shape, long seed) throws Exception {
    return MessageFiles.generate(
        directory.resolve(shape.name()),
        new DataSettings(seed, LocalDate.of(2016, 12, 5), 2, 300, shape));
  }

  private ParquetContents run(MessageShape shape, Width width) throws Exception {
    Path output = directory.resolve(shape.name() + "-" + width);
    DuckDbJob.main(
        new String[] {
          "--input=" + directory.resolve(shape.name()) + "/*.gz",
          "--output=" + output,
          "--peer=" + width,
          "--shape=" + shape,
          "--threads=1"
        });
    return ParquetContents.ofPeer(output, width.job());
  }
}

package io.stockpile.deploy.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.Sleeper;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.examples.BullishShare;
import io.stockpile.pipeline.cli.Stockpile;
import io.stockpile.simulated.data.SimulatedData;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a user's pipeline with rows of an archive and Beam SQL on Flink in this process. */
class RowsOnFlinkTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);

  @TempDir private Path scratch;

  @Test
  void theExampleFindsWhatDuckDbFinds() throws Exception {
    Path archive = scratch.resolve("archive");
    for (LocalDate day : List.of(DAY, DAY.plusDays(1))) {
      Path file =
          scratch.resolve("stocktwits_messages_%s.gz".formatted(day.toString().replace('-', '_')));
      Files.write(file, new SimulatedData(7).messages(day, 300).gzip());
      stockpile(
          "import",
          "--output=" + archive,
          "--files=" + file,
          "--runner=FlinkRunner",
          "--flinkMaster=[local]");
    }

    BullishShare.main(
        new String[] {
          "--runner=FlinkRunner",
          "--flinkMaster=[local]",
          "--parallelism=2",
          "--archive=" + archive,
          "--firstDay=" + DAY,
          "--endDay=" + DAY.plusDays(2),
          "--into=" + scratch.resolve("shares")
        });

    assertThat(Files.readAllLines(scratch.resolve("shares.csv")))
        .hasSizeGreaterThan(10)
        .containsExactlyInAnyOrderElementsOf(sharesByDuckDb(archive));
  }

  private static void stockpile(String... words) {
    Surroundings surroundings =
        new Surroundings(Clock.systemUTC(), Sleeper.system(), () -> 0.5, name -> Optional.empty());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code = new Stockpile(surroundings, print, print).run(words);
    assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
  }

  private static List<String> sharesByDuckDb(Path archive) throws Exception {
    String sql =
        """
        SELECT concat_ws(',', s.symbol, CAST(date AS VARCHAR), count(*),
               count(*) FILTER (sentiment = 'Bullish'), count(*) FILTER (sentiment = 'Bearish'))
        FROM (SELECT date, sentiment, unnest(symbols) AS s
              FROM read_parquet('%s/stocktwits/messages/*/*.parquet', hive_partitioning = true))
        GROUP BY s.symbol, date
        """
            .formatted(archive);
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}

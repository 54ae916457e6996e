package io.stockpile.deploy.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.Sleeper;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.pipeline.cli.Stockpile;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.SimulatedStockTwits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code collect} on Flink in this process: sweeps of several streams share one budget. */
class CollectOnFlinkTest {
  @TempDir private Path scratch;

  private Path archive() {
    return scratch.resolve("archive");
  }

  private int collect(SimulatedStockTwits api, Path token, ByteArrayOutputStream out) {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(Clock.systemUTC(), Sleeper.system(), () -> 0.5, name -> Optional.empty());
    return new Stockpile(surroundings, print, print)
        .run(
            "collect",
            "--output=" + archive(),
            "--streams=symbol/AAPL,symbol/TSLA,trending/symbols",
            "--apiUrl=" + api.url(),
            "--apiRateLimit=8/PT1S",
            "--apiCredentials=file:" + token,
            "--runner=FlinkRunner",
            "--flinkMaster=[local]",
            "--parallelism=4");
  }

  private String observed(String stream) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT list(DISTINCT id ORDER BY id DESC)::VARCHAR FROM read_parquet('"
                    + archive()
                    + "/stocktwits/observed_messages/*/*.parquet') WHERE stream = '"
                    + stream
                    + "'")) {
      result.next();
      return result.getString(1);
    }
  }

  @Test
  void everyMessageOfEveryStreamIsThereAndNoRequestIsOverTheLimit() throws Exception {
    Path token = Files.writeString(scratch.resolve("token"), SimulatedStockTwits.TOKEN + "\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SimulatedStockTwits api = SimulatedStockTwits.start(Clock.systemUTC())) {
      api.post("symbol/AAPL", 150);
      api.post("symbol/TSLA", 120);
      api.limit(8, Duration.ofSeconds(1));
      api.script(Fault.none(), Fault.status(503, "busy"), Fault.none(), Fault.dropped());

      int first = collect(api, token, out);
      int requests = api.requests().size();
      api.post("symbol/AAPL", 10);
      int second = collect(api, token, out);

      assertThat(List.of(first, second)).as(out.toString(StandardCharsets.UTF_8)).containsOnly(0);
      assertThat(api.overLimit()).isZero();
      assertThat(api.requests().size() - requests).isEqualTo(3);
      assertThat(observed("symbol/AAPL")).isEqualTo(api.ids("symbol/AAPL").toString());
      assertThat(observed("symbol/TSLA")).isEqualTo(api.ids("symbol/TSLA").toString());
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(SimulatedStockTwits.TOKEN);
    assertThat(filesWithTheToken()).isEmpty();
  }

  private List<Path> filesWithTheToken() throws IOException {
    try (Stream<Path> files = Files.walk(archive())) {
      return files.filter(Files::isRegularFile).filter(CollectOnFlinkTest::holdsTheToken).toList();
    }
  }

  private static boolean holdsTheToken(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1)
          .contains(SimulatedStockTwits.TOKEN);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

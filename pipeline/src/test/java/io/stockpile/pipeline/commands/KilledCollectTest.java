package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.ReceivedRequest;
import io.stockpile.simulated.SimulatedStockTwits;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed in the middle of a sweep; the next run continues behind its last page. */
class KilledCollectTest {
  private static final String AAPL = "symbol/AAPL";
  private static final int PAGES_BEFORE = 6;

  private static List<String> words(Archive archive, SimulatedStockTwits api) {
    return words(archive, api, "60/PT8S");
  }

  private static List<String> words(Archive archive, SimulatedStockTwits api, String limit) {
    return List.of(
        "collect",
        "--output=" + archive.root(),
        "--streams=" + AAPL,
        "--apiUrl=" + api.url(),
        "--apiRateLimit=" + limit);
  }

  @Test
  @Timeout(180)
  void noPageIsAskedForTwiceBesideTheOneInFlight(@TempDir Path directory)
      throws IOException, InterruptedException, SQLException {
    Archive archive = new Archive(directory.resolve("archive"));
    archive.environment().put("STOCKTWITS_TOKEN", SimulatedStockTwits.TOKEN);
    try (SimulatedStockTwits api = SimulatedStockTwits.start(Clock.systemUTC())) {
      api.post(AAPL, 400);
      api.limit(60, Duration.ofSeconds(8));
      for (int page = 0; page < PAGES_BEFORE; page++) {
        api.script(Fault.none());
      }
      api.script(Fault.stallAfter(100));
      Process process = archive.start(words(archive, api));
      while (api.requests().size() < PAGES_BEFORE + 1) {
        assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
      }
      process.destroyForcibly().waitFor();
      assertThat(archive.files()).noneMatch(file -> file.startsWith("stocktwits/"));
      // Nothing has failed: the sweep is incomplete, and only collect can continue it.
      Archive.Ending derived = archive.run("derive", "--sources=stocktwits-api");
      assertThat(derived.code()).as(derived.out()).isEqualTo(3);
      assertThat(derived.out()).contains("the next collect goes on with it");

      int code = archive.start(words(archive, api)).waitFor();

      assertThat(code).isZero();
      assertThat(api.requests().stream().map(ReceivedRequest::target).distinct()).hasSize(14);
      // The page under way was requested twice, and there is one request for what is new since
      // then.
      assertThat(api.requests()).hasSize(14 + 2);
      assertThat(api.overLimit()).isZero();
      assertThat(archive.files()).noneMatch(file -> file.matches(".*/\\d{6}\\.json\\.gz"));
      // One row for the killed sweep, and one for the sweep of what is new, which met it at once.
      assertThat(
              DuckDb.query(
                  archive.root(),
                  "SELECT count(*), count(DISTINCT id) FROM TABLE(stocktwits/observed_messages)"
                      + " GROUP BY source_unit ORDER BY source_unit"))
          .containsExactly(List.of("400", "400"), List.of("30", "30"));
    }
  }

  @Test
  @Timeout(180)
  void twoProcessesAtOnceLoseNothingAndKeepOneLimit(@TempDir Path directory)
      throws IOException, InterruptedException, SQLException {
    Archive archive = new Archive(directory.resolve("archive"));
    archive.environment().put("STOCKTWITS_TOKEN", SimulatedStockTwits.TOKEN);
    try (SimulatedStockTwits api = SimulatedStockTwits.start(Clock.systemUTC())) {
      api.post(AAPL, 600);
      api.limit(20, Duration.ofSeconds(4));
      List<String> words = words(archive, api, "20/PT4S");
      Process one = archive.start(words);
      Process other = archive.start(words);
      assertThat(List.of(one.waitFor(), other.waitFor())).containsAnyOf(0).doesNotContain(2, 4, 5);

      assertThat(archive.start(words).waitFor()).isZero();

      assertThat(api.overLimit()).isZero();
      assertThat(
              DuckDb.query(
                  archive.root(),
                  "SELECT DISTINCT id FROM TABLE(stocktwits/observed_messages) ORDER BY id DESC"))
          .isEqualTo(api.ids(AAPL).stream().map(id -> List.of(id.toString())).toList());
      assertThat(
              DuckDb.query(
                  archive.root(),
                  "SELECT source_unit, id FROM TABLE(stocktwits/observed_messages)"
                      + " GROUP BY ALL HAVING count(*) > 1"))
          .isEmpty();
      assertThat(archive.run("verify").code()).isZero();
      assertThat(archive.run("status").out()).doesNotContain("hole");
    }
  }
}

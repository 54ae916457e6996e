package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.ReplayFault;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.SimulatedStockTwits;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing in units that were landed in several answers or in pages. */
class EraseReplayAndSweepsTest {
  private static final Instant MIDNIGHT = Instant.parse("2016-12-05T00:00:00Z");
  private static final String AAPL = "symbol/AAPL";

  @TempDir Path directory;
  private final AdvancingClock clock = new AdvancingClock(MIDNIGHT.plus(Duration.ofHours(6)));

  private List<String> landed(Archive archive) {
    return archive.files().stream().filter(file -> file.startsWith("_landing/")).toList();
  }

  private static void assertGone(Archive archive, long id) throws IOException, SQLException {
    for (Map.Entry<String, String> file : EveryByte.of(archive).entrySet()) {
      boolean spoken = file.getKey().startsWith("_tombstones") || file.getKey().endsWith(".txt");
      assertThat(spoken || !file.getValue().contains(String.valueOf(id)))
          .as(id + " in " + file.getKey())
          .isTrue();
    }
  }

  @Test
  void answersOfReplayThatWereCutForgetToo() throws Exception {
    SimulatedTweets tweets = new SimulatedTweets(SimulatedTweets.Form.ACTIVITY_STREAMS, 5);
    Archive archive = new Archive(directory.resolve("archive"), clock);
    try (SimulatedReplay replay = SimulatedReplay.start(clock, tweets)) {
      replay.limit(5, Duration.ofMinutes(5));
      replay.script(ReplayFault.cutMidLine(27), ReplayFault.none());
      List<String> words =
          List.of(
              "--streamType=sample10",
              "--account=acme",
              "--streamLabel=prod",
              "--replayUrl=" + replay.url(),
              "--from=2016-12-05T00:00Z",
              "--to=2016-12-05T00:10Z");
      assertThat(archive.run("replay", words.toArray(new String[0])).code()).isZero();
      List<Long> ids = tweets.ids(MIDNIGHT, MIDNIGHT.plusSeconds(600));
      // A tweet that came once, one that came twice, and the one whose line was cut.
      List<Long> gone = List.of(ids.get(3), ids.get(26), ids.get(27), ids.get(40));
      Path list = directory.resolve("ids.txt");
      Files.write(list, gone.stream().map(id -> "tweet " + id).toList());

      Archive.Ending ending = archive.run("erase", "--ids=" + list, "--reason=asked");

      assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
      for (long id : gone) {
        assertGone(archive, id);
      }
      assertThat(rows(archive)).isEqualTo(List.of(List.of(String.valueOf(ids.size() - 4))));
      assertThat(archive.run("verify", "--erased").code()).isZero();
      assertThat(landed(archive)).anyMatch(file -> file.endsWith("/1.json.g2.gz"));

      Map<String, byte[]> before = archive.contents();
      assertThat(archive.run("replay", words.toArray(new String[0])).out())
          .contains("1 already held");
      assertThat(archive.contents().keySet()).isEqualTo(before.keySet());
      Archive.Ending derived = archive.run("derive");
      assertThat(derived.code()).as(derived.out()).isZero();
      assertThat(rows(archive)).isEqualTo(List.of(List.of(String.valueOf(ids.size() - 4))));
      assertThat(archive.run("verify", "--erased").code()).isZero();

      List<String> again = new ArrayList<>(words);
      again.add("--onExisting=replace");
      assertThat(archive.run("replay", again.toArray(new String[0])).code()).isZero();
      for (long id : gone) {
        assertGone(archive, id);
      }
      assertThat(archive.run("verify", "--erased").code()).isZero();
    }
  }

  private static List<List<String>> rows(Archive archive) throws SQLException {
    return DuckDb.query(archive.root(), "SELECT count(*) FROM TABLE(twitter/tweets)");
  }

  @Test
  void messagesThatTheFeedOfDeletionsNamesLeaveThePagesTheyWereSeenIn() throws Exception {
    Archive archive = new Archive(directory.resolve("archive"), clock);
    archive.environment().put("STOCKTWITS_TOKEN", SimulatedStockTwits.TOKEN);
    try (SimulatedStockTwits api = SimulatedStockTwits.start(clock)) {
      List<Long> ids = api.post(AAPL, 70);
      assertThat(collect(archive, api, AAPL).code()).isZero();
      api.delete(ids.get(3));
      api.delete(ids.get(45));
      assertThat(collect(archive, api, "deletions/messages").code()).isZero();
      int lines = EveryByte.unpacked(archive.read(page(archive))).lines().toList().size();

      Archive.Ending ending = archive.run("erase");

      assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
      String deleted = ids.get(3) + ", " + ids.get(45);
      assertThat(observed(archive, deleted)).containsExactly(List.of("68", "0"));
      String pages = EveryByte.unpacked(archive.read(page(archive)));
      assertThat(pages.lines().toList()).hasSize(lines);
      assertThat(pages).doesNotContain("{\"id\":" + ids.get(3) + ",");
      assertThat(archive.run("verify", "--erased").code()).isZero();

      assertThat(archive.run("derive").code()).isZero();
      assertThat(observed(archive, deleted)).containsExactly(List.of("68", "0"));
      clock.move(Duration.ofHours(1));
      api.post(AAPL, 5);
      assertThat(collect(archive, api, AAPL).code()).isZero();
      assertThat(archive.run("verify", "--erased").code()).isZero();
    }
  }

  private static List<List<String>> observed(Archive archive, String deleted) throws SQLException {
    return DuckDb.query(
        archive.root(),
        "SELECT count(*), count(*) FILTER (id IN ("
            + deleted
            + ")) FROM TABLE(stocktwits/observed_messages)");
  }

  private String page(Archive archive) {
    return landed(archive).stream().filter(file -> file.contains("AAPL")).findFirst().orElseThrow();
  }

  private static Archive.Ending collect(Archive archive, SimulatedStockTwits api, String stream) {
    return archive.run("collect", "--streams=" + stream, "--apiUrl=" + api.url());
  }
}

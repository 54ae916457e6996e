package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.ReplayFault;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If a part of an archive is lost, commands do not remove other parts. */
class ReplayLossTest {
  private static final Instant MIDNIGHT = Instant.parse("2016-06-01T00:00:00Z");
  private static final String UNIT = "replay/sample10/acme/prod/201606010000_201606010200";

  private final AdvancingClock clock = new AdvancingClock(MIDNIGHT.plus(Duration.ofHours(6)));
  private final SimulatedTweets tweets =
      new SimulatedTweets(SimulatedTweets.Form.ACTIVITY_STREAMS, 5);
  private SimulatedReplay replay;
  private Archive archive;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    archive = new Archive(directory.resolve("archive"), clock);
    replay = SimulatedReplay.start(clock, tweets);
  }

  @AfterEach
  void close() throws IOException {
    replay.close();
  }

  private Archive.Ending replay(String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--streamType=sample10",
                "--account=acme",
                "--streamLabel=prod",
                "--replayUrl=" + replay.url(),
                "--from=2016-06-01T00:00Z",
                "--to=2016-06-01T02:00Z"));
    words.addAll(List.of(arguments));
    return archive.run("replay", words.toArray(new String[0]));
  }

  private void delete(String file) throws IOException {
    Files.delete(archive.root().resolve(file));
  }

  private void deleteAttempt(int attempt) throws IOException {
    delete("_landing/" + UNIT + "/" + attempt + ".json");
    delete("_landing/" + UNIT + "/" + attempt + ".json.gz");
  }

  private void toDay(int days, Duration more) {
    clock.sleep(Duration.between(clock.instant(), MIDNIGHT.plus(Duration.ofDays(days)).plus(more)));
  }

  private static Instant at(int minute) {
    return MIDNIGHT.plus(Duration.ofMinutes(minute));
  }

  private List<Long> rows() throws SQLException {
    List<Long> ids = new ArrayList<>();
    DuckDb.query(archive.root(), "SELECT id FROM TABLE(twitter/tweets) ORDER BY id")
        .forEach(row -> ids.add(Long.valueOf(row.get(0))));
    return ids;
  }

  /** A hash of the content of each table file and manifest. */
  private Map<String, Integer> held() {
    Map<String, Integer> held = new TreeMap<>();
    archive
        .contents()
        .forEach(
            (file, bytes) -> {
              if (file.startsWith("twitter") || file.startsWith("_manifests")) {
                held.put(file, Arrays.hashCode(bytes));
              }
            });
    return held;
  }

  @Test
  void deriveKeepsRowsWhoseAnswersAreGone() throws IOException {
    replay.script(ReplayFault.closeAfter(200));
    replay();
    deleteAttempt(1);
    Map<String, Integer> before = held();

    Archive.Ending ending = archive.run("derive");

    assertThat(held()).isEqualTo(before);
    assertThat(ending.code()).as(ending.out()).isEqualTo(1);
    assertThat(ending.out()).contains("1.json.gz is gone", "stay as they are");
  }

  @Test
  void replayKeepsRowsWhoseAnswersAreGoneAndCannotBeHadAgain() throws IOException {
    replay.otherwise(ReplayFault.failedMinutes(at(7)));
    replay("--maxAttempts=2");
    deleteAttempt(1);
    Map<String, Integer> before = held();
    toDay(5, Duration.ofHours(1));

    Archive.Ending ending = replay();

    assertThat(held()).isEqualTo(before);
    assertThat(ending.code()).as(ending.out()).isEqualTo(3);
    assertThat(ending.out()).contains("What the archive holds of it stays.");
  }

  @Test
  void replacingWhatWasNeverCommittedKeepsItsAnswers() throws IOException, SQLException {
    replay();
    delete("_manifests/" + UNIT + ".json");
    for (String file : archive.files()) {
      if (file.startsWith("twitter/")) {
        delete(file);
      }
    }
    toDay(5, Duration.ofHours(1));

    Archive.Ending ending = replay("--onExisting=replace");

    assertThat(rows()).isEqualTo(tweets.ids(at(0), at(120)));
    assertThat(ending.code()).as(ending.out()).isZero();
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void aMissingRunOfMinutesIsForgottenOnlyWhenAllOfItIs() {
    replay.otherwise(ReplayFault.failedMinutes(at(7), at(8), at(9)));
    replay("--maxAttempts=1");
    toDay(5, Duration.ofMinutes(8));

    assertThat(archive.run("status").out()).contains("to be had until 2016-06-06T00:09Z");
    clock.sleep(Duration.ofMinutes(2));
    assertThat(archive.run("status").out()).contains("forgotten").doesNotContain("to be had");
  }

  @Test
  void aRecordThatCannotBeReadHidesNothingElse() throws IOException {
    replay();
    delete("_manifests/" + UNIT + ".json");
    Files.write(
        archive.root().resolve("_landing/" + UNIT + "/1.json"),
        "{".getBytes(StandardCharsets.UTF_8));
    Files.createDirectories(archive.root().resolve("_landing/firestream/message"));
    Files.write(
        archive.root().resolve("_landing/firestream/message/2016-05-01.gz"), new byte[] {1});

    Archive.Ending ending = archive.run("status");

    assertThat(ending.code()).as(ending.err()).isZero();
    assertThat(ending.out()).contains("2016-05-01").contains("unreadable");
    Archive.Ending again = replay();
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).contains("1.json is no record of an attempt");
  }

  @Test
  void oneRefusalOfTheCredentialsIsEnough() {
    archive.environment().put("GNIP_PASSWORD", "wrong");

    Archive.Ending ending = replay("--requestSpan=PT30M");

    assertThat(ending.code()).isEqualTo(4);
    assertThat(ending.out()).contains("4 units: 4 refused");
    assertThat(replay.ranges()).hasSize(1);
  }
}

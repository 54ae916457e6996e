package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.ReplayFault;
import io.stockpile.simulated.ReplayRange;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledReplayTest {
  private static final int PER_MINUTE = 200;
  private static final Instant START =
      Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));
  private static final Instant END = START.plus(Duration.ofMinutes(30));

  private static List<String> words(Archive archive, SimulatedReplay replay) {
    return List.of(
        "replay",
        "--output=" + archive.root(),
        "--streamType=firehose",
        "--account=acme",
        "--streamLabel=prod",
        "--replayUrl=" + replay.url(),
        "--from=" + START,
        "--to=" + END);
  }

  @Test
  @Timeout(120)
  void aReplayThatIsKilledInTheMiddleOfAnAnswerGoesOnFromWhatLiesThere(@TempDir Path directory)
      throws IOException, InterruptedException, SQLException {
    Archive archive =
        new Archive(directory.resolve("archive"), new AdvancingClock(Clock.systemUTC().instant()));
    SimulatedTweets tweets = new SimulatedTweets(SimulatedTweets.Form.NATIVE, PER_MINUTE);
    try (SimulatedReplay replay = SimulatedReplay.start(Clock.systemUTC(), tweets)) {
      replay.script(ReplayFault.stallAfter(20L * PER_MINUTE));
      Process process = archive.start(words(archive, replay));
      while (archive.files().stream().noneMatch(file -> file.contains(".pieces/"))) {
        assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
      }
      process.destroyForcibly().waitFor();
      assertThat(archive.files()).noneMatch(file -> file.startsWith("_manifests/"));

      Archive.Ending ending = archive.runPlain(words(archive, replay).toArray(new String[0]));

      assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
      assertThat(replay.ranges()).hasSize(2);
      ReplayRange second = replay.ranges().get(1);
      assertThat(second.to()).isEqualTo(END);
      assertThat(second.from()).as("what had been received counts").isAfter(START);
      assertThat(archive.files())
          .noneMatch(file -> file.startsWith("_staging/"))
          .noneMatch(file -> file.contains(".pieces/"));
      assertThat(archive.run("verify").code()).isZero();
      String all = Integer.toString(30 * PER_MINUTE);
      assertThat(
              DuckDb.query(
                  archive.root(), "SELECT count(*), count(DISTINCT id) FROM TABLE(twitter/tweets)"))
          .containsExactly(List.of(all, all));
    }
  }
}

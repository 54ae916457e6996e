package io.stockpile.schedule;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.simulated.ReplayRange;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a scheduler's command line for Replay in one hour, as it is in the file. A simulated service
 * and a directory take the places of the service and archive that it names.
 */
final class HourlyReplay implements AutoCloseable {
  private final AdvancingClock clock;
  private final SimulatedReplay replay;
  private final Path archive;
  private final Path credentials;

  HourlyReplay(Path directory, Instant now) throws IOException {
    clock = new AdvancingClock(now);
    replay =
        SimulatedReplay.start(clock, new SimulatedTweets(SimulatedTweets.Form.ACTIVITY_STREAMS, 1));
    replay.limit(5, Duration.ofMinutes(5));
    Files.createDirectories(directory);
    archive = directory.resolve("archive");
    credentials =
        Files.writeString(
            directory.resolve("credentials"),
            SimulatedReplay.USERNAME + ":" + SimulatedReplay.PASSWORD + "\n");
    addARule(directory);
  }

  /**
   * Adds a rule, because a PowerTrack stream without rules sends nothing, and the command says so.
   */
  private void addARule(Path directory) throws IOException {
    Path rules = Files.writeString(directory.resolve("rules.txt"), "$STCK\n");
    Nightly.Ended added =
        stockpile(
            List.of(
                "rules",
                "add",
                rules.toString(),
                "--account=account",
                "--streamLabel=prod",
                "--replayCredentials=file:" + credentials,
                "--rulesUrl=" + replay.url()));
    if (added.code() != 0) {
      throw new IOException("No rule could be added: " + added);
    }
  }

  /** Runs the command line of the file, with other places of the archive, service and secret. */
  Nightly.Ended run(List<String> words) {
    List<String> here = new ArrayList<>();
    for (String word : words) {
      if (word.startsWith("--output=")) {
        here.add("--output=" + archive);
      } else if (word.startsWith("--replayCredentials=")) {
        here.add("--replayCredentials=file:" + credentials);
      } else {
        here.add(word);
      }
    }
    here.add("--replayUrl=" + replay.url());
    return stockpile(here);
  }

  private Nightly.Ended stockpile(List<String> words) {
    return Launched.run(new Surroundings(clock, clock, () -> 0.5, name -> Optional.empty()), words);
  }

  /** The time from the first requested minute to the end of the last. */
  Duration asked() {
    List<ReplayRange> ranges = replay.ranges();
    Instant first = ranges.stream().map(ReplayRange::from).min(Instant::compareTo).orElseThrow();
    Instant end = ranges.stream().map(ReplayRange::to).max(Instant::compareTo).orElseThrow();
    return Duration.between(first, end);
  }

  int requests() {
    return replay.ranges().size();
  }

  @Override
  public void close() throws IOException {
    replay.close();
  }
}

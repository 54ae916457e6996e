package io.stockpile.schedule;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.simulated.SimulatedStockTwits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a scheduler's command line for the REST API every hour, as it is in the file. A simulated
 * service and a directory take the places of the service and archive that it names.
 */
final class HourlyCollect implements AutoCloseable {
  private final AdvancingClock clock = new AdvancingClock(Instant.parse("2016-12-10T12:07:00Z"));
  private final SimulatedStockTwits api = SimulatedStockTwits.start(clock);
  private final Path archive;
  private final Path token;

  /** Begins with a hundred messages in each of the streams that the files name. */
  HourlyCollect(Path directory) throws IOException {
    Files.createDirectories(directory);
    archive = directory.resolve("archive");
    token = Files.writeString(directory.resolve("token"), SimulatedStockTwits.TOKEN + "\n");
    post(100);
  }

  /** Advances the clock by an hour, and adds messages to each stream. */
  void anHourLater(int messages) {
    clock.move(Duration.ofHours(1));
    post(messages);
  }

  private void post(int messages) {
    api.post("symbol/AAPL", messages);
    api.post("trending", messages);
  }

  int requests() {
    return api.requests().size();
  }

  /** Runs the command line of the file, with other places of the archive, service and secret. */
  Nightly.Ended run(List<String> words) {
    List<String> here = new ArrayList<>();
    for (String word : words) {
      if (word.startsWith("--output=")) {
        here.add("--output=" + archive);
      } else if (word.startsWith("--apiCredentials=")) {
        here.add("--apiCredentials=file:" + token);
      } else {
        here.add(word);
      }
    }
    here.add("--apiUrl=" + api.url());
    return Launched.run(new Surroundings(clock, clock, () -> 0.5, name -> Optional.empty()), here);
  }

  @Override
  public void close() throws IOException {
    api.close();
  }
}

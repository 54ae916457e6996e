package io.stockpile.connectors.firestream;

import io.stockpile.connectors.http.Sleeper;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.simulated.SimulatedFirestream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A fixed clock, a sleeper that only records pauses, no jitter, and the right credentials. */
final class FakeSurroundings implements Sleeper {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final Map<String, String> environment;

  FakeSurroundings() {
    this(
        Map.of(
            "FIRESTREAM_USERNAME", SimulatedFirestream.USERNAME,
            "FIRESTREAM_PASSWORD", SimulatedFirestream.PASSWORD));
  }

  FakeSurroundings(Map<String, String> environment) {
    this.environment = environment;
  }

  Surroundings surroundings() {
    return new Surroundings(
        Clock.fixed(NOW, ZoneOffset.UTC),
        this,
        () -> 1,
        name -> Optional.ofNullable(environment.get(name)));
  }

  /** The pauses that were requested. */
  List<Duration> pauses() {
    return pauses;
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pauses.add(duration);
  }
}

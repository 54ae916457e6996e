package io.stockpile.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.replay.attempts.LandedAttempt;
import io.stockpile.connectors.replay.attempts.LandedRange;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.replay.units.StreamType;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.simulated.ReplayRange;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simulated service, an archive on disk, and a clock that advances only when somebody sleeps. */
final class ReplayFixture implements AutoCloseable {
  static final Instant START = Instant.parse("2016-06-01T00:00:00Z");
  static final int MINUTES = 30;
  static final int PER_MINUTE = 20;
  static final ReplayUnit UNIT =
      new ReplayUnit(new ReplayStream(StreamType.POWERTRACK, "acme", "prod"), range(0, MINUTES));

  private static final Pattern ID = Pattern.compile("(?:2005:|\"id_str\":\")(\\d+)\"");
  private static final Map<String, String> ENVIRONMENT =
      Map.of("GNIP_USERNAME", SimulatedReplay.USERNAME, "GNIP_PASSWORD", SimulatedReplay.PASSWORD);

  final AdvancingClock clock = new AdvancingClock(Instant.parse("2016-06-01T12:00:00Z"));
  final SimulatedTweets tweets;
  final SimulatedReplay service;
  final ObjectStore store;
  final ReplaySettings settings;

  ReplayFixture(Path root) throws IOException {
    this(root, SimulatedTweets.Form.ACTIVITY_STREAMS);
  }

  ReplayFixture(Path root, SimulatedTweets.Form form) throws IOException {
    tweets = new SimulatedTweets(form, PER_MINUTE);
    service = SimulatedReplay.start(clock, tweets);
    service.limit(5, Duration.ofMinutes(5));
    store = ObjectStores.open(StoreLocation.of(root.toString()));
    settings =
        ReplaySettings.defaults()
            .withUrl(service.url())
            .withCredentials(CredentialsReference.parse("env:GNIP"))
            .withReadTimeout(Duration.ofMillis(500));
  }

  Surroundings surroundings() {
    return new Surroundings(
        clock, clock, () -> 1, name -> Optional.ofNullable(ENVIRONMENT.get(name)));
  }

  ReplayOutcome land() throws IOException, InterruptedException {
    return land(settings, UNIT);
  }

  ReplayOutcome land(ReplaySettings changed, ReplayUnit unit)
      throws IOException, InterruptedException {
    return land(changed, unit, LandingListener.NONE);
  }

  ReplayOutcome land(ReplaySettings changed, ReplayUnit unit, LandingListener listener)
      throws IOException, InterruptedException {
    try (ReplayLander lander = new ReplayLander(changed, store, listener, surroundings())) {
      return lander.land(unit);
    }
  }

  /** The ranges of all requests so far, in minutes from the start. */
  List<String> requests() {
    return service.ranges().stream().map(ReplayFixture::text).toList();
  }

  private static String text(ReplayRange range) {
    return Duration.between(START, range.from()).toMinutes()
        + "-"
        + Duration.between(START, range.to()).toMinutes();
  }

  /** Lands the unit, and asserts that it is complete and has all activities. */
  LandedRange complete() throws Exception {
    ReplayOutcome outcome = land();
    assertThat(outcome).isInstanceOf(ReplayOutcome.Complete.class);
    LandedRange range = ((ReplayOutcome.Complete) outcome).range();
    assertThat(landedIds(range)).isEqualTo(servedIds());
    return range;
  }

  /** The ids in all answers of the range from which tables may be derived. */
  Set<Long> landedIds(LandedRange range) throws IOException {
    Set<Long> ids = new TreeSet<>();
    for (LandedAttempt landed : range.derivable()) {
      long lines = 0;
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  new ReplayAttempts(store, clock).openLines(landed), StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines++;
          Matcher matcher = ID.matcher(line);
          if (matcher.find()) {
            ids.add(Long.parseLong(matcher.group(1)));
          }
        }
      }
      if (lines != landed.lines()) {
        throw new AssertionError(landed + " has " + lines + " lines");
      }
    }
    return ids;
  }

  Set<Long> servedIds() {
    return new TreeSet<>(tweets.ids(START, at(MINUTES)));
  }

  static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }

  static MinuteRange range(int from, int to) {
    return new MinuteRange(at(from), at(to));
  }

  @Override
  public void close() throws IOException {
    service.close();
    store.close();
  }
}

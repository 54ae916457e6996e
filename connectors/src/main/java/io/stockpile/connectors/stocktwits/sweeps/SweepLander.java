package io.stockpile.connectors.stocktwits.sweeps;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.stocktwits.ApiClient;
import io.stockpile.connectors.stocktwits.ApiLogin;
import io.stockpile.connectors.stocktwits.ApiSettings;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.store.ObjectStore;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lands the sweeps of one run. The streams share the requests fairly: the next page is always of
 * the stream with the fewest pages in this run; if there are several, of the first in the run's
 * order. Not thread-safe: all streams share one budget and are requested by one thread.
 */
public final class SweepLander implements Closeable {
  private static final int UNAUTHORIZED = 401;

  private final ApiClient client;
  private final List<StreamSweeps> streams = new ArrayList<>();

  /**
   * @param goals the sweeps of the run; the most urgent streams first, the sweeps of a stream in
   *     the order in which they are made
   */
  public SweepLander(
      ApiSettings settings,
      List<SweepGoal> goals,
      ObjectStore store,
      LandingListener listener,
      Surroundings surroundings) {
    ApiLogin login = ApiLogin.find(settings, surroundings);
    client = new ApiClient(settings, login, surroundings);
    PageFetcher fetcher =
        new PageFetcher(
            settings,
            login,
            client,
            login.budget(settings, store, surroundings),
            listener,
            surroundings);
    Map<ApiStream, List<SweepGoal>> byStream = new LinkedHashMap<>();
    for (SweepGoal goal : goals) {
      byStream.computeIfAbsent(goal.unit().stream(), stream -> new ArrayList<>()).add(goal);
    }
    byStream
        .values()
        .forEach(
            own -> streams.add(new StreamSweeps(store, fetcher, listener, settings.from(), own)));
  }

  /**
   * Requests pages, also of other streams, until the sweep has ended.
   *
   * @throws IOException when the archive fails; what was landed stays, and a later run continues
   * @throws InterruptedException when the thread is interrupted; likewise
   */
  public SweepOutcome land(SweepUnit unit) throws IOException, InterruptedException {
    while (true) {
      Optional<SweepOutcome> outcome =
          streams.stream().flatMap(stream -> stream.outcome(unit).stream()).findFirst();
      if (outcome.isPresent()) {
        return outcome.get();
      }
      step(unit);
    }
  }

  private void step(SweepUnit unit) throws IOException, InterruptedException {
    StreamSweeps next =
        streams.stream()
            .filter(stream -> !stream.isOver())
            .min(Comparator.comparingInt(StreamSweeps::requested))
            .orElseThrow(
                () -> new IllegalArgumentException(unit.name() + " is no sweep of this run"));
    Optional<Fetched> trouble = next.step();
    if (trouble.isEmpty()) {
      return;
    }
    if (trouble.get() instanceof Fetched.UsedUp
        || trouble.get() instanceof Fetched.Unreachable
        || (trouble.get() instanceof Fetched.Nothing nothing && nothing.status() == UNAUTHORIZED)) {
      for (StreamSweeps stream : streams) {
        stream.endAll(trouble.get());
      }
    } else if (trouble.get() instanceof Fetched.Nothing nothing && nothing.status() != 0) {
      next.endAll(nothing);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}

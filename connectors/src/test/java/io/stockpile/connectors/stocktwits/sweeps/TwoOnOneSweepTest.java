package io.stockpile.connectors.stocktwits.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.budget.RateLimit;
import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.stocktwits.ApiSettings;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.stocktwits.Page;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.testing.InMemoryStore;
import io.stockpile.connectors.testing.ScriptedStore;
import io.stockpile.connectors.testing.StoreScript;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.SimulatedStockTwits;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two processes continue the same sweep. One is halted before one of its calls to the store, each
 * call in turn, and meanwhile the other one runs to its end.
 */
class TwoOnOneSweepTest {
  private static final ApiStream STREAM = ApiStream.parse("symbol/AAPL");
  private static final Instant START = Instant.parse("2016-12-10T12:00:00Z");
  private static final SweepGoal GOAL =
      new SweepGoal(new SweepUnit(STREAM, START), Page.NEWEST, Page.NOTHING);
  private static final int MESSAGES = 100;

  /** The two processes, on one archive. */
  private static final class Both implements AutoCloseable {
    private final AdvancingClock clock = new AdvancingClock(START);
    private final SimulatedStockTwits api = SimulatedStockTwits.start(clock);
    private final InMemoryStore archive = new InMemoryStore();
    private final List<SweepOutcome> outcomes = new ArrayList<>();
    private boolean stood;

    Both() throws IOException {
      api.post("symbol/AAPL", MESSAGES);
    }

    void land(ObjectStore store, int attempts) throws IOException, InterruptedException {
      ApiSettings settings =
          ApiSettings.defaults()
              .withUrl(api.url())
              .withMaxAttempts(attempts)
              .withLimit(new RateLimit(1000, Duration.ofHours(1)));
      Surroundings surroundings = new Surroundings(clock, clock, () -> 1, name -> Optional.empty());
      try (SweepLander lander =
          new SweepLander(settings, List.of(GOAL), store, LandingListener.NONE, surroundings)) {
        outcomes.add(lander.land(GOAL.unit()));
      }
    }

    StoreScript otherRunsBefore(int number, Optional<Integer> pages) {
      return new StoreScript() {
        @Override
        public void before(Call call) throws IOException {
          if (call.number() == number) {
            stood = true;
            pages.ifPresent(
                until -> {
                  for (int page = 0; page < until; page++) {
                    api.script(Fault.none());
                  }
                  api.script(Fault.status(503, "busy"));
                });
            try {
              land(archive, 1);
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          }
        }
      };
    }

    @Override
    public void close() throws IOException {
      api.close();
    }
  }

  /**
   * The number is how many pages the other one lands before it is stopped; a hundred means never.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100})
  @Timeout(120)
  void whatIsSaidToBeLandedIsLanded(int pages) throws IOException, InterruptedException {
    boolean stood = true;
    for (int call = 1; stood; call++) {
      try (Both both = new Both()) {
        ScriptedStore first =
            new ScriptedStore(
                both.archive,
                both.otherRunsBefore(call, pages == 100 ? Optional.empty() : Optional.of(pages)));

        both.land(first, 3);

        stood = both.stood;
        List<Long> landed = landed(both.archive);
        assertThat(landed).isEqualTo(both.api.ids("symbol/AAPL").subList(0, landed.size()));
        for (SweepOutcome outcome : both.outcomes) {
          if (outcome instanceof SweepOutcome.Swept swept) {
            assertThat(swept.facts().oldest())
                .as("%s of %s, call %d", swept, landed, call)
                .isGreaterThanOrEqualTo(landed.get(landed.size() - 1));
          }
        }
        assertThat(both.outcomes).anyMatch(SweepOutcome.Swept.class::isInstance);
        assertThat(both.archive.list(GOAL.unit().landingPrefix() + "/")).isEmpty();
      }
    }
  }

  private static List<Long> landed(InMemoryStore archive) throws IOException {
    List<Long> ids = new ArrayList<>();
    for (Page page : new SweepPages(archive, GOAL.unit()).joined()) {
      page.ids().stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    }
    return ids;
  }
}

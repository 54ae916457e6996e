package io.stockpile.connectors.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestBudgetTest {
  private static final RateLimit LIMIT = new RateLimit(5, Duration.ofMinutes(5));
  private static final Instant NOW = Instant.parse("2016-06-06T12:00:00Z");
  private static final RequestBudget.WaitListener QUIET = (pause, until) -> {};

  @TempDir private Path root;
  private final AdvancingClock clock = new AdvancingClock(NOW);
  private ObjectStore store;

  @BeforeEach
  void open() throws IOException {
    store = ObjectStores.open(StoreLocation.of(root.toString()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void fiveRequestsAreFreeAndTheSixthWaits() throws Exception {
    RequestBudget budget = budget();
    for (int i = 0; i < 5; i++) {
      assertThat(budget.acquire(QUIET)).isEqualTo(NOW);
    }

    assertThat(budget.acquire(QUIET)).isAfterOrEqualTo(NOW.plus(Duration.ofMinutes(5)));
    assertThat(clock.slept()).hasSize(1);
  }

  @Test
  void restartedProcessKeepsTheBudget() throws Exception {
    for (int i = 0; i < 5; i++) {
      budget().acquire(QUIET);
    }

    assertThat(budget().nextAt()).isAfterOrEqualTo(NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void accountsHaveBudgetsOfTheirOwn() throws Exception {
    for (int i = 0; i < 5; i++) {
      budget().acquire(QUIET);
    }
    RequestBudget other = new RequestBudget(store, "replay", "other", LIMIT, clock, clock);

    assertThat(other.acquire(QUIET)).isEqualTo(NOW);
  }

  @Test
  void noWindowEverHasMoreThanTheLimit() throws Exception {
    Random random = new Random(1);
    RateLimit limit = new RateLimit(3, Duration.ofSeconds(10));
    RequestBudget budget = new RequestBudget(store, "replay", "acme", limit, clock, clock);
    List<Instant> requests = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      clock.move(Duration.ofMillis(random.nextInt(4000)));
      requests.add(budget.acquire(QUIET));
    }
    for (int i = 0; i + 3 < requests.size(); i++) {
      assertThat(Duration.between(requests.get(i), requests.get(i + 3)))
          .isGreaterThan(limit.window());
    }
  }

  @Test
  void processesAtOnceShareOneBudget() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      RateLimit limit = new RateLimit(12, Duration.ofHours(1));
      List<Future<Instant>> requests = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Callable<Instant> request =
            () -> new RequestBudget(store, "replay", "acme", limit, clock, clock).acquire(QUIET);
        requests.add(threads.submit(request));
      }
      for (Future<Instant> request : requests) {
        assertThat(request.get()).isEqualTo(NOW);
      }
      RequestBudget budget = new RequestBudget(store, "replay", "acme", limit, clock, clock);
      assertThat(budget.nextAt()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(1)));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void holdOfOneProcessHoldsAll() throws Exception {
    budget().holdUntil(NOW.plusSeconds(90));
    budget().holdUntil(NOW.plusSeconds(30));

    assertThat(budget().acquire(QUIET)).isAfterOrEqualTo(NOW.plusSeconds(90));
  }

  @Test
  void stateThatCannotBeReadIsTakenForUsedUpOnce() throws Exception {
    store.putIfAbsent(
        RequestBudget.key("replay", "acme"), "no budget".getBytes(StandardCharsets.UTF_8));

    assertThat(budget().acquire(QUIET)).isAfterOrEqualTo(NOW.plus(Duration.ofMinutes(5)));
    assertThat(clock.slept()).hasSize(1);
  }

  @Test
  void limitsAreReadAsTheyAreWritten() {
    assertThat(RateLimit.parse("5/PT5M")).isEqualTo(LIMIT);
    assertThat(LIMIT).hasToString("5/PT5M");
    assertThat(LIMIT.minimumTime(5)).isEqualTo(Duration.ZERO);
    assertThat(LIMIT.minimumTime(6)).isEqualTo(Duration.ofMinutes(5));
    assertThat(LIMIT.minimumTime(11)).isEqualTo(Duration.ofMinutes(10));
    for (String text : List.of("5", "5/5", "0/PT5M", "x/PT5M", "5/PT0S", "5/Pxx")) {
      assertThatThrownBy(() -> RateLimit.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private RequestBudget budget() {
    return new RequestBudget(store, "replay", "acme", LIMIT, clock, clock);
  }
}

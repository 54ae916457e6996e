package io.stockpile.connectors.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** What a budget guarantees in every store. */
abstract class RequestBudgetContract {
  private static final RateLimit LIMIT = new RateLimit(5, Duration.ofMinutes(5));
  private static final Instant NOW = Instant.parse("2016-06-06T12:00:00Z");
  private static final RequestBudget.WaitListener QUIET = (pause, until) -> {};

  private final AdvancingClock clock = new AdvancingClock(NOW);
  private ObjectStore store;

  /** Opens an empty store. */
  abstract ObjectStore newStore() throws IOException;

  @BeforeEach
  void open() throws IOException {
    store = newStore();
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
  void servicesHaveBudgetsOfTheirOwn() throws Exception {
    for (int i = 0; i < 5; i++) {
      budget().acquire(QUIET);
    }
    RequestBudget other = new RequestBudget(store, "stocktwits-api", "acme", LIMIT, clock, clock);

    assertThat(other.left()).isEqualTo(5);
    assertThat(other.acquire(QUIET)).isEqualTo(NOW);
    assertThat(store.list("_budget/"))
        .extracting(StoredObject::key)
        .containsExactly("_budget/replay/acme.json", "_budget/stocktwits-api/acme.json");
  }

  @Test
  void whatIsLeftIsToldWithoutChangingIt() throws Exception {
    assertThat(budget().left()).isEqualTo(5);
    budget().acquire(QUIET);
    budget().acquire(QUIET);
    assertThat(budget().left()).isEqualTo(3);
    assertThat(budget().left()).isEqualTo(3);
    budget().holdUntil(NOW.plusSeconds(5));
    assertThat(budget().left()).isZero();
    clock.move(Duration.ofSeconds(5));
    assertThat(budget().left()).isEqualTo(3);
    clock.move(Duration.ofMinutes(6));
    assertThat(budget().left()).isEqualTo(5);
  }

  @Test
  void theServiceIsBelievedThatLessIsLeftThanWeKnowOf() throws Exception {
    believe(hourly(), new StatedLimit(200, 2, NOW.plus(Duration.ofMinutes(30))));

    assertThat(hourly().left()).isEqualTo(2);
    clock.move(Duration.ofMillis(1));
    hourly().acquire(QUIET);
    hourly().acquire(QUIET);
    assertThat(clock.slept()).isEmpty();
    assertThat(hourly().acquire(QUIET))
        .isBetween(
            NOW.plus(Duration.ofMinutes(30)), NOW.plus(Duration.ofMinutes(30)).plusSeconds(2));
    assertThat(hourly().left()).isEqualTo(199);
  }

  @Test
  void theServiceIsBelievedThatMoreIsLeftThanWeThink() throws Exception {
    RequestBudget budget = hourly();
    for (int i = 0; i < 200; i++) {
      budget.acquire(QUIET);
    }
    assertThat(budget.left()).isZero();
    clock.move(Duration.ofMinutes(10));
    budget.believe(new StatedLimit(200, 150, NOW.plus(Duration.ofHours(1))), NOW);

    assertThat(hourly().left()).isEqualTo(150);
    assertThat(hourly().acquire(QUIET)).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
  }

  @Test
  void afterTheServicesResetNothingOfBeforeCounts() throws Exception {
    RequestBudget budget = hourly();
    for (int i = 0; i < 200; i++) {
      budget.acquire(QUIET);
    }
    budget.believe(new StatedLimit(200, 0, NOW.plusSeconds(60)), NOW);

    assertThat(budget.acquire(QUIET)).isBetween(NOW.plusSeconds(60), NOW.plusSeconds(62));
    assertThat(hourly().left()).isEqualTo(199);
  }

  @Test
  void requestsThatTheAnswerDidNotCountAreTakenOff() throws Exception {
    RequestBudget one = hourly();
    RequestBudget other = hourly();
    Instant first = one.acquire(QUIET);
    clock.move(Duration.ofMillis(10));
    Instant second = other.acquire(QUIET);
    clock.move(Duration.ofMillis(10));
    other.acquire(QUIET);

    one.believe(new StatedLimit(200, 10, NOW.plusSeconds(600)), first);
    assertThat(one.left()).isEqualTo(8);
    other.believe(new StatedLimit(200, 9, NOW.plusSeconds(600)), second);
    assertThat(one.left()).isEqualTo(8);
  }

  @Test
  void anAnswerThatSaysWhatIsKnownIsNotWrittenDown() throws Exception {
    RequestBudget budget = hourly();
    Instant reset = NOW.plusSeconds(600);
    budget.believe(new StatedLimit(200, 10, reset), budget.acquire(QUIET));
    String version = version();
    clock.move(Duration.ofMillis(10));
    Instant next = budget.acquire(QUIET);
    assertThat(version()).isNotEqualTo(version);
    version = version();

    budget.believe(new StatedLimit(200, 9, reset.plusMillis(700)), next);
    assertThat(version()).isEqualTo(version);
    budget.believe(new StatedLimit(200, 8, reset), next);
    assertThat(version()).isNotEqualTo(version);
    assertThat(budget.left()).isEqualTo(8);
  }

  @Test
  void anAnswerThatComesLateDoesNotBringAnOldWindowBack() throws Exception {
    RequestBudget budget = hourly();
    Instant before = budget.acquire(QUIET);
    clock.move(Duration.ofSeconds(30));
    Instant after = budget.acquire(QUIET);

    budget.believe(new StatedLimit(200, 199, NOW.plusSeconds(3620)), after);
    budget.believe(new StatedLimit(200, 0, NOW.plusSeconds(20)), before);
    assertThat(budget.left()).isEqualTo(199);
    budget.believe(new StatedLimit(200, 0, NOW.plusSeconds(40)), before);
    assertThat(budget.left()).isEqualTo(199);
  }

  @Test
  void aResetThatCannotBeIsNotBelieved() throws Exception {
    RequestBudget budget = hourly();
    budget.believe(new StatedLimit(200, 0, NOW.minusSeconds(1)), NOW);
    assertThat(budget.left()).isEqualTo(200);
    budget.believe(new StatedLimit(200, 0, NOW.plus(Duration.ofDays(2))), NOW);
    assertThat(budget.left()).isEqualTo(200);
  }

  @Test
  void aLimitBelowTheServicesIsKeptAsWell() throws Exception {
    RateLimit gentle = new RateLimit(10, Duration.ofMinutes(1));
    RequestBudget budget = new RequestBudget(store, "stocktwits-api", "a", gentle, clock, clock);
    List<Instant> requests = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Instant request = budget.acquire(QUIET);
      requests.add(request);
      budget.believe(new StatedLimit(200, 199 - i, NOW.plus(Duration.ofHours(1))), request);
    }
    for (int i = 0; i + 10 < requests.size(); i++) {
      assertThat(Duration.between(requests.get(i), requests.get(i + 10)))
          .isGreaterThan(gentle.window());
    }
    budget.believe(new StatedLimit(200, 0, NOW.plus(Duration.ofHours(1))), requests.get(29));
    assertThat(budget.nextAt()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void aHoldIsKeptWhateverTheServiceSaysIsLeft() throws Exception {
    RequestBudget budget = hourly();
    budget.holdUntil(NOW.plusSeconds(90));
    budget.believe(new StatedLimit(200, 200, NOW.plusSeconds(600)), NOW);

    assertThat(budget.left()).isZero();
    assertThat(budget.acquire(QUIET)).isAfterOrEqualTo(NOW.plusSeconds(90));
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

  /** Whether the store's server checks the version and replaces the object in one step. */
  boolean replacesInOneStep() {
    return true;
  }

  @Test
  void processesAtOnceShareOneBudget() throws Exception {
    assumeTrue(replacesInOneStep(), "this server looks first and writes then");
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

  private static void believe(RequestBudget budget, StatedLimit said) throws Exception {
    budget.believe(said, budget.acquire(QUIET));
  }

  private String version() throws IOException {
    return store
        .readVersioned(RequestBudget.key("stocktwits-api", "public"))
        .orElseThrow()
        .version();
  }

  private RequestBudget hourly() {
    RateLimit limit = new RateLimit(200, Duration.ofHours(1));
    return new RequestBudget(store, "stocktwits-api", "public", limit, clock, clock);
  }

  private RequestBudget budget() {
    return new RequestBudget(store, "replay", "acme", LIMIT, clock, clock);
  }
}

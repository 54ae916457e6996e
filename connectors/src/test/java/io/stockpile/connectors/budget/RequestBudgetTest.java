package io.stockpile.connectors.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Budgets on a disk, also when several processes spend them. */
class RequestBudgetTest extends RequestBudgetContract {
  private static final RateLimit LIMIT = new RateLimit(20, Duration.ofHours(1));

  @TempDir private Path root;

  @Override
  ObjectStore newStore() throws IOException {
    return open(root);
  }

  private static ObjectStore open(Path root) throws IOException {
    return ObjectStores.open(StoreLocation.of(root.toString()));
  }

  private static RequestBudget budget(ObjectStore store) {
    return new RequestBudget(
        store,
        "stocktwits-api",
        "public",
        LIMIT,
        Clock.systemUTC(),
        pause -> {
          throw new IllegalStateException("Nobody is to wait in this test");
        });
  }

  @Test
  void twoProcessesHaveOneBudget() throws Exception {
    List<Integer> made = inTwoProcesses();

    assertThat(made.get(0) + made.get(1)).isEqualTo(LIMIT.requests());
    try (ObjectStore store = open(root)) {
      assertThat(budget(store).left()).isZero();
    }
  }

  @Test
  void twoProcessesBelieveWhatTheServiceToldAThird() throws Exception {
    try (ObjectStore store = open(root)) {
      RequestBudget budget = budget(store);
      budget.believe(
          new StatedLimit(20, 7, Clock.systemUTC().instant().plus(Duration.ofMinutes(50))),
          budget.acquire((pause, until) -> {}));
    }

    List<Integer> made = inTwoProcesses();

    assertThat(made.get(0) + made.get(1)).isEqualTo(7);
  }

  /**
   * Lets two processes spend the whole budget at once. Returns how many requests each was allowed.
   */
  private List<Integer> inTwoProcesses() throws Exception {
    List<Process> processes = new ArrayList<>();
    List<BufferedReader> answers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Process process = start();
      processes.add(process);
      answers.add(
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }
    for (BufferedReader answer : answers) {
      assertThat(answer.readLine()).isEqualTo("ready");
    }
    for (Process process : processes) {
      process.getOutputStream().close();
    }
    List<Integer> made = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      made.add(Integer.parseInt(answers.get(i).readLine()));
      assertThat(processes.get(i).waitFor()).isZero();
    }
    return made;
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Spender.class.getName(),
            root.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The program of another process: spends requests until it would have to wait. */
  static final class Spender {
    private Spender() {}

    public static void main(String[] arguments) throws Exception {
      try (ObjectStore store = open(Path.of(arguments[0]))) {
        RequestBudget budget = budget(store);
        System.out.println("ready");
        System.in.read();
        int made = 0;
        boolean free = true;
        while (free) {
          try {
            budget.acquire(
                (pause, until) -> {
                  throw new IllegalStateException("used up");
                });
            made++;
          } catch (IllegalStateException e) {
            free = false;
          }
        }
        System.out.println(made);
      }
    }
  }
}

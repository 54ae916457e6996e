package io.stockpile.pipeline.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.testing.InMemoryStore;
import io.stockpile.connectors.testing.ScriptedStore;
import io.stockpile.connectors.testing.StoreScript;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/**
 * Two processes work on the same time at once. The first is halted before its call m, and the
 * second runs up to its call n; then the first runs to its end, and after it the second. This is
 * tried for all m and n.
 */
class CommitRaceTest {
  private static final ArchiveUnit DAY =
      FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, 5));
  private static final ArchiveUnit MONTH =
      new FirestreamUnit(FileType.MESSAGE, LocalDate.of(2016, 12, 1), LocalDate.of(2017, 1, 1));

  /** Halts a process before one of its calls until it is released. */
  private static final class StandingStill implements StoreScript {
    private final int call;
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch go = new CountDownLatch(1);

    StandingStill(int call) {
      this.call = call;
    }

    @Override
    public void before(Call now) {
      if (now.number() == call) {
        reached.countDown();
        try {
          go.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private static CompletableFuture<String> start(
      UnitRun run, ObjectStore store, StandingStill stand) {
    CompletableFuture<String> ending = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                ending.complete(run.run(store));
              } catch (IOException e) {
                ending.complete("Failed " + e.getMessage());
              } catch (RuntimeException e) {
                ending.completeExceptionally(e);
              } finally {
                stand.reached.countDown();
              }
            });
    thread.start();
    return ending;
  }

  private record Endings(String first, String second, boolean firstStood, boolean secondStood) {}

  private static Endings race(InMemoryStore store, UnitRun one, int m, UnitRun two, int n)
      throws InterruptedException, ExecutionException {
    StandingStill firstStand = new StandingStill(m);
    StandingStill secondStand = new StandingStill(n);
    ScriptedStore first = new ScriptedStore(store, firstStand);
    ScriptedStore second = new ScriptedStore(store, secondStand);
    CompletableFuture<String> firstEnding = start(one, first, firstStand);
    firstStand.reached.await();
    CompletableFuture<String> secondEnding = start(two, second, secondStand);
    secondStand.reached.await();
    firstStand.go.countDown();
    String ended = firstEnding.get();
    secondStand.go.countDown();
    return new Endings(ended, secondEnding.get(), first.calls() >= m, second.calls() >= n);
  }

  @Test
  void ofTwoOnOneUnitOneWinsAndNothingIsDoubled()
      throws IOException, InterruptedException, ExecutionException {
    int lost = 0;
    boolean firstStood = true;
    for (int m = 1; firstStood; m++) {
      boolean secondStood = true;
      for (int n = 1; secondStood; n++) {
        InMemoryStore store = new InMemoryStore();
        Endings endings =
            race(
                store,
                new UnitRun("first", DAY, false, 2),
                m,
                new UnitRun("second", DAY, false, 2),
                n);
        firstStood = endings.firstStood();
        secondStood = endings.secondStood();
        if (endings.first().equals("Committed") && endings.second().equals("Committed")) {
          // Only a process whose commit was ended by the other one, which then built the torn unit
          // again.
          assertThat(store.keys()).hasSize(3);
        }
        if (endings.first().startsWith("Lost") || endings.second().startsWith("Lost")) {
          lost++;
        }
        new UnitRun("third", DAY, false, 2).run(store);
        assertOneOf(store, endings);
      }
    }
    assertThat(lost).isGreaterThan(10);
  }

  private static void assertOneOf(InMemoryStore store, Endings endings) throws IOException {
    Generation generation = UnitRun.generation(store, DAY);
    String first = UnitRun.path(DAY, generation, 0);
    String second = UnitRun.path(DAY, generation, 1);
    assertThat(store.keys()).as("%s", endings).containsExactly(DAY.manifestKey(), first, second);
    assertThat(store.pendingKeys()).as("%s", endings).isEmpty();
    String by = store.text(first).split(" ")[0];
    assertThat(store.text(second)).as("%s", endings).isEqualTo(by + " 1");
    assertThat(store.text(DAY.manifestKey())).as("%s", endings).contains("/" + by + ".gz");
    if (endings.first().equals("Committed") && !endings.second().equals("Committed")) {
      assertThat(by).as("%s", endings).isEqualTo("first");
    }
  }

  @Test
  void aMonthAndOneOfItsDaysAreNeverBothHeld()
      throws IOException, InterruptedException, ExecutionException {
    boolean firstStood = true;
    for (int m = 1; firstStood; m++) {
      boolean secondStood = true;
      for (int n = 1; secondStood; n++) {
        InMemoryStore store = new InMemoryStore();
        Endings endings =
            race(
                store,
                new UnitRun("month", MONTH, false, 1),
                m,
                new UnitRun("day", DAY, false, 1),
                n);
        firstStood = endings.firstStood();
        secondStood = endings.secondStood();
        new UnitRun("third", DAY, false, 1).run(store);
        List<String> manifests =
            store.keys().stream().filter(key -> key.startsWith("_manifests/")).toList();
        assertThat(manifests).as("%s", endings).hasSize(1);
        assertThat(store.keys()).as("%s", endings).hasSize(2);
        assertThat(store.pendingKeys()).as("%s", endings).isEmpty();
      }
    }
  }
}

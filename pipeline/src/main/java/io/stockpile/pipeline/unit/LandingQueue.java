package io.stockpile.pipeline.unit;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets units that spend the same budget be landed one after the other, in the order in which they
 * were announced, whichever thread is the fastest. Units without a budget never wait. Thread-safe.
 */
final class LandingQueue {
  private final Map<String, Set<String>> waiting = new HashMap<>();

  /** Works that come next, in order. Each has to be {@linkplain #release released} at some time. */
  synchronized void announce(List<UnitWork> works) {
    works.forEach(this::enter);
  }

  private void enter(UnitWork work) {
    work.budget()
        .ifPresent(
            budget ->
                waiting
                    .computeIfAbsent(budget, key -> new LinkedHashSet<>())
                    .add(work.unit().name()));
  }

  /** Waits for the work's turn; one that was not announced comes last. */
  synchronized void await(UnitWork work) throws InterruptedException {
    Optional<String> budget = work.budget();
    if (budget.isEmpty()) {
      return;
    }
    enter(work);
    while (!waiting.get(budget.get()).iterator().next().equals(work.unit().name())) {
      wait();
    }
  }

  /** Lets the next one go, whether this one had its turn or not. */
  synchronized void release(UnitWork work) {
    work.budget()
        .map(waiting::get)
        .ifPresent(
            before -> {
              before.remove(work.unit().name());
              notifyAll();
            });
  }
}

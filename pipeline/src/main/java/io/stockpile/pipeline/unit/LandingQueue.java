package io.stockpile.pipeline.unit;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets units with the same budget of requests be landed one after the other, in the order in which
 * they were announced, whichever thread comes first. Units without a budget never wait.
 * Thread-safe.
 */
final class LandingQueue {
  private final Map<String, Set<String>> waiting = new HashMap<>();

  /** Adds works to the queue, in this order. Each must be {@linkplain #release released} later. */
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

  /** Waits for the work's turn. A work that was not announced is put at the end. */
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

  /** Removes the work from the queue, whether or not it had its turn, and lets the next one go. */
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

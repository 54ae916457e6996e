package io.stockpile.pipeline.build;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Limits how many units are derived at a time, over all workers of this JVM. Runners start more
 * threads than there are cores, so that some can download while others derive. Thread-safe.
 */
final class DeriveSlots {
  private static final Map<Integer, Semaphore> SLOTS = new ConcurrentHashMap<>();

  private DeriveSlots() {}

  /**
   * The slots for this number of derivations. They go to waiting threads in the order of their
   * arrival, also to those that wait only for a limited time.
   */
  static Semaphore of(int derivations) {
    return SLOTS.computeIfAbsent(derivations, count -> new Semaphore(count, true));
  }
}

package io.stockpile.pipeline.unit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Limits how many units are derived at a time, over all workers of this JVM. Runners start more
 * threads than there are cores, so that some can download while others derive. Thread-safe.
 */
final class DerivePermits {
  private static final Map<Integer, Semaphore> PERMITS = new ConcurrentHashMap<>();

  private DerivePermits() {}

  static Semaphore of(int derivations) {
    return PERMITS.computeIfAbsent(derivations, count -> new Semaphore(count, true));
  }
}

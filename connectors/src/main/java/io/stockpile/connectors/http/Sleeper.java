package io.stockpile.connectors.http;

import java.time.Duration;

/** Waits. It is passed in, so that tests do not have to wait. */
@FunctionalInterface
public interface Sleeper {
  /** Waits for the duration; returns at once if it is zero. */
  void sleep(Duration duration) throws InterruptedException;

  /** A sleeper that really waits. */
  static Sleeper system() {
    return duration -> Thread.sleep(duration.toMillis());
  }
}

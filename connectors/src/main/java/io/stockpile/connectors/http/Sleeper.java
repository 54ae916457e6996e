package io.stockpile.connectors.http;

import java.time.Duration;

/** Waits; handed in, so that tests need not. */
@FunctionalInterface
public interface Sleeper {
  /** Returns after the duration, at once when it is zero. */
  void sleep(Duration duration) throws InterruptedException;

  /** The one that really waits. */
  static Sleeper system() {
    return duration -> Thread.sleep(duration.toMillis());
  }
}

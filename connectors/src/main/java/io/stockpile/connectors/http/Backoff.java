package io.stockpile.connectors.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: the base after the first failure, {@code factor} times
 * as long after each further one, but not longer than the cap. The actual wait is a random part of
 * this between half and all, so that many clients don't come back at the same time.
 */
public record Backoff(Duration base, double factor, Duration cap) {
  /** 500 ms, doubled each time, at most 30 s. */
  public static final Backoff DEFAULT =
      new Backoff(Duration.ofMillis(500), 2, Duration.ofSeconds(30));

  public Backoff {
    if (base.isNegative() || cap.compareTo(base) < 0 || factor < 1) {
      throw new IllegalArgumentException(
          "A backoff grows from its base to its cap, but got base "
              + base
              + ", factor "
              + factor
              + ", cap "
              + cap);
    }
  }

  /**
   * @param failures how many attempts in a row have failed, at least 1
   * @param random gives numbers from 0 up to 1
   */
  public Duration delay(int failures, DoubleSupplier random) {
    double grown = base.toMillis() * Math.pow(factor, Math.max(0, failures - 1));
    double capped = Math.min(grown, cap.toMillis());
    return Duration.ofMillis(Math.round(capped * (0.5 + random.getAsDouble() / 2)));
  }
}

package io.stockpile.bench.measure;

import java.time.Duration;

/**
 * Processor time, which the kernel counts in steps of 10 ms.
 *
 * @param user the time spent in the program's own code
 * @param kernel the time that the kernel spent for the program
 */
public record CpuTime(Duration user, Duration kernel) {
  /** No time. */
  static final CpuTime NONE = new CpuTime(Duration.ZERO, Duration.ZERO);

  /** The sum of both. */
  public Duration total() {
    return user.plus(kernel);
  }

  CpuTime plus(CpuTime other) {
    return new CpuTime(user.plus(other.user), kernel.plus(other.kernel));
  }

  CpuTime minus(CpuTime earlier) {
    return new CpuTime(user.minus(earlier.user), kernel.minus(earlier.kernel));
  }
}

package io.stockpile.bench.measure;

import java.time.Duration;

/**
 * Processor time; the kernel counts it in steps of 10 ms.
 *
 * @param user in the program's own code
 * @param kernel in the kernel on the program's behalf
 */
public record CpuTime(Duration user, Duration kernel) {
  /** None. */
  static final CpuTime NONE = new CpuTime(Duration.ZERO, Duration.ZERO);

  /** Both together. */
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

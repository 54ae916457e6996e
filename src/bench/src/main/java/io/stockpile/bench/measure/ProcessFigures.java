package io.stockpile.bench.measure;

import java.time.Duration;
import java.time.Instant;

/**
 * What a whole process took, from its start to its end.
 *
 * @param started when it started
 * @param wall elapsed time
 * @param cpu processor time of the process and all it waited for
 * @param peakMemoryBytes the most memory that it had resident at one time
 */
public record ProcessFigures(Instant started, Duration wall, CpuTime cpu, long peakMemoryBytes) {
  /** When it ended. */
  public Instant ended() {
    return started.plus(wall);
  }
}

package io.stockpile.bench.measure;

import java.time.Duration;
import java.time.Instant;

/**
 * What a process took from its start to its end.
 *
 * @param started when it started
 * @param wall the elapsed time
 * @param cpu the processor time of the process and of all children that it waited for
 * @param peakMemoryBytes its greatest resident memory
 */
public record ProcessFigures(Instant started, Duration wall, CpuTime cpu, long peakMemoryBytes) {
  /** When the process ended. */
  public Instant ended() {
    return started.plus(wall);
  }
}

package io.stockpile.pipeline.run.workers;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.pipeline.unit.RunProgress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs whose driver is in this JVM. A worker that finds its run here reports to the driver
 * directly and uses the driver's clock and environment. Any other worker is in another process and
 * reports by files in the archive. Thread-safe.
 */
public final class LocalRuns {
  private static final Map<String, LocalRun> RUNS = new ConcurrentHashMap<>();

  private LocalRuns() {}

  /** A run of this JVM. */
  public record LocalRun(RunProgress progress, Surroundings surroundings) {}

  public static void begin(String run, LocalRun local) {
    RUNS.put(run, local);
  }

  static Optional<LocalRun> find(String run) {
    return Optional.ofNullable(RUNS.get(run));
  }

  public static void end(String run) {
    RUNS.remove(run);
  }
}

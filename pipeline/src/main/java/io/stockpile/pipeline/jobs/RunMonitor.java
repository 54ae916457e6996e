package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.firestream.LandingListener;
import io.stockpile.pipeline.derive.DeriveProgress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How far a run has come. Thread-safe. */
public final class RunMonitor implements LandingListener {
  private final int units;
  private final Map<String, UnitOutcome> outcomes = new ConcurrentHashMap<>();
  private final Map<String, Long> rowsInWork = new ConcurrentHashMap<>();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong reportedElsewhere = new AtomicLong();

  /**
   * @param units how many are to be worked on
   */
  RunMonitor(int units) {
    this.units = units;
  }

  /**
   * A moment of a run.
   *
   * @param receivedBytes that came from the service or the user's files
   * @param rows that were derived
   */
  public record Snapshot(int units, long done, long receivedBytes, long rows) {}

  /** How far it is now. */
  public Snapshot snapshot() {
    long inWork = rowsInWork.values().stream().mapToLong(Long::longValue).sum();
    long done = Math.max(outcomes.size(), reportedElsewhere.get());
    return new Snapshot(units, done, received.get(), rows.get() + inWork);
  }

  @Override
  public void received(FirestreamUnit unit, long bytes) {
    received.addAndGet(bytes);
  }

  /** Hears how the deriving of a unit goes on. */
  DeriveProgress deriving(FirestreamUnit unit) {
    return (landedBytes, unitRows) -> rowsInWork.put(unit.name(), unitRows);
  }

  /** Takes the end of a unit. */
  void ended(UnitOutcome outcome) {
    rowsInWork.remove(outcome.unit().name());
    if (outcome instanceof UnitOutcome.Committed committed) {
      rows.addAndGet(committed.counts().rows());
    }
    outcomes.put(outcome.unit().name(), outcome);
  }

  /** Takes how many units workers elsewhere have brought to an end. */
  void endedElsewhere(long count) {
    reportedElsewhere.set(count);
  }

  Optional<UnitOutcome> outcome(FirestreamUnit unit) {
    return Optional.ofNullable(outcomes.get(unit.name()));
  }
}

package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.pipeline.derive.DeriveProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts how far a run has come. Thread-safe. */
public final class RunProgress implements LandingListener {
  private final int units;
  private final Map<String, UnitOutcome> outcomes = new ConcurrentHashMap<>();
  private final Map<String, Long> rowsInWork = new ConcurrentHashMap<>();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong reportedElsewhere = new AtomicLong();
  private volatile String waiting = "";

  /**
   * @param units how many units the run works on
   */
  public RunProgress(int units) {
    this.units = units;
  }

  /**
   * The state of a run at one moment.
   *
   * @param receivedBytes bytes that came from the service or the user's files
   * @param rows rows that were derived
   * @param waiting until when no request is sent, and why; empty when the run does not wait
   */
  public record Snapshot(int units, long done, long receivedBytes, long rows, String waiting) {}

  /** The state now. */
  public Snapshot snapshot() {
    long inWork = rowsInWork.values().stream().mapToLong(Long::longValue).sum();
    long done = Math.max(outcomes.size(), reportedElsewhere.get());
    return new Snapshot(units, done, received.get(), rows.get() + inWork, waiting);
  }

  @Override
  public void received(ArchiveUnit unit, long bytes) {
    received.addAndGet(bytes);
  }

  @Override
  public void waiting(ArchiveUnit unit, Duration pause, Instant until, String reason) {
    waiting = "waits until " + until.truncatedTo(ChronoUnit.SECONDS) + ": " + reason;
  }

  @Override
  public void requesting(ArchiveUnit unit) {
    waiting = "";
  }

  /** Receives the progress of deriving one unit. */
  DeriveProgress deriving(ArchiveUnit unit) {
    return (landedBytes, unitRows) -> rowsInWork.put(unit.name(), unitRows);
  }

  /** Counts a unit that ended in this process. */
  public void ended(UnitOutcome outcome) {
    rowsInWork.remove(outcome.unit().name());
    if (outcome instanceof UnitOutcome.Committed committed) {
      rows.addAndGet(committed.built().counts().rows());
    }
    if (outcome instanceof UnitOutcome.IncompleteUnit incomplete) {
      rows.addAndGet(incomplete.built().counts().rows());
    }
    if (outcome instanceof UnitOutcome.CutUnit cut) {
      rows.addAndGet(cut.built().counts().rows());
    }
    outcomes.put(outcome.unit().name(), outcome);
  }

  /** Sets how many units have ended on workers in other processes. */
  public void endedElsewhere(long count) {
    reportedElsewhere.set(count);
  }

  public Optional<UnitOutcome> outcome(ArchiveUnit unit) {
    return Optional.ofNullable(outcomes.get(unit.name()));
  }
}

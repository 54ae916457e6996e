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

/** How far a run has come. Thread-safe. */
public final class RunProgress implements LandingListener {
  private final int units;
  private final Map<String, UnitOutcome> outcomes = new ConcurrentHashMap<>();
  private final Map<String, Long> rowsInWork = new ConcurrentHashMap<>();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong reportedElsewhere = new AtomicLong();
  private volatile String waiting = "";

  /**
   * @param units how many are to be worked on
   */
  public RunProgress(int units) {
    this.units = units;
  }

  /**
   * A moment of a run.
   *
   * @param receivedBytes that came from the service or the user's files
   * @param rows that were derived
   * @param waiting until when nothing is requested, and why; empty when something is
   */
  public record Snapshot(int units, long done, long receivedBytes, long rows, String waiting) {}

  /** How far it is now. */
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

  /** Hears how the deriving of a unit goes on. */
  DeriveProgress deriving(ArchiveUnit unit) {
    return (landedBytes, unitRows) -> rowsInWork.put(unit.name(), unitRows);
  }

  /** Takes the end of a unit. */
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

  /** Takes how many units workers elsewhere have brought to an end. */
  public void endedElsewhere(long count) {
    reportedElsewhere.set(count);
  }

  public Optional<UnitOutcome> outcome(ArchiveUnit unit) {
    return Optional.ofNullable(outcomes.get(unit.name()));
  }
}

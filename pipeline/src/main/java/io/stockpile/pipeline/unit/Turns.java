package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets units have what only one of them can have at a time, in the order in which they were
 * announced, whichever thread is the fastest. Thread-safe.
 */
public final class Turns {
  private final Set<ArchiveUnit> before = new LinkedHashSet<>();

  /** Those that come next, in order. Each has to be {@link #over} at some time. */
  public synchronized void announce(List<? extends ArchiveUnit> units) {
    before.addAll(units);
  }

  /** Waits for the unit's turn; one that was not announced comes last. */
  public synchronized void await(ArchiveUnit unit) throws InterruptedException {
    before.add(unit);
    while (!before.iterator().next().equals(unit)) {
      wait();
    }
  }

  /** The unit needs no turn any more, whether it had one or not. */
  public synchronized void over(ArchiveUnit unit) {
    before.remove(unit);
    notifyAll();
  }
}

package io.stockpile.pipeline.run;

import io.stockpile.pipeline.unit.RunProgress;
import java.util.function.Supplier;

/** Shows how far a run has come while it goes on. */
@FunctionalInterface
public interface ProgressDisplay {
  /** Shows nothing. */
  ProgressDisplay NONE = now -> () -> {};

  /**
   * Begins to show.
   *
   * @param now gives the moment's state; called from another thread
   * @return ends it
   */
  Shown begin(Supplier<RunProgress.Snapshot> now);

  /** What is being shown. */
  interface Shown extends AutoCloseable {
    @Override
    void close();
  }
}

package io.stockpile.pipeline.run;

import io.stockpile.pipeline.unit.RunProgress;
import java.util.function.Supplier;

/** Shows the progress of a run while it is running. */
@FunctionalInterface
public interface ProgressDisplay {
  /** Shows nothing. */
  ProgressDisplay NONE = now -> () -> {};

  /**
   * Begins to show the progress.
   *
   * @param now gives the current state; called from another thread
   * @return what is shown; closing it ends the display
   */
  Shown begin(Supplier<RunProgress.Snapshot> now);

  /** A display that is showing. */
  interface Shown extends AutoCloseable {
    @Override
    void close();
  }
}

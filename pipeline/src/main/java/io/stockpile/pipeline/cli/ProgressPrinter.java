package io.stockpile.pipeline.cli;

import io.stockpile.pipeline.run.ProgressDisplay;
import io.stockpile.pipeline.unit.RunProgress;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints progress while a run goes on, on a daemon thread. */
final class ProgressPrinter implements ProgressDisplay {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressPrinter.class);

  private final PrintStream err;
  private final Clock clock;
  private final boolean terminal;

  ProgressPrinter(PrintStream err, Clock clock, boolean terminal) {
    this.err = err;
    this.clock = clock;
    this.terminal = terminal;
  }

  @Override
  public Shown begin(Supplier<RunProgress.Snapshot> now) {
    ProgressLines lines = new ProgressLines(clock.instant(), terminal);
    ScheduledExecutorService ticks =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    Future<?> ticking =
        ticks.scheduleWithFixedDelay(() -> tick(lines, now), 1, 1, TimeUnit.SECONDS);
    return () -> {
      ticking.cancel(false);
      ticks.shutdown();
      err.print(lines.end());
      err.flush();
    };
  }

  private void tick(ProgressLines lines, Supplier<RunProgress.Snapshot> now) {
    try {
      err.print(lines.at(clock.instant(), now.get()));
      err.flush();
    } catch (RuntimeException e) {
      // The work is what matters; the next tick tries again.
      LOG.debug("Progress cannot be shown now", e);
    }
  }
}

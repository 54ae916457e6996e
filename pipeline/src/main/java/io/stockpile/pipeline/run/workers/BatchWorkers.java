package io.stockpile.pipeline.run.workers;

import io.stockpile.pipeline.unit.UnitWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads on which one worker goes through a batch of units. */
final class BatchWorkers {

  /** The work on one unit. */
  interface Step {
    void work(UnitWork unit) throws InterruptedException;
  }

  private final int threads;

  BatchWorkers(int threads) {
    this.threads = threads;
  }

  /**
   * Takes the step for every unit. Units are begun in order, several at a time.
   *
   * @throws InterruptedException when the calling thread is interrupted; running steps are then
   *     interrupted, and the others are not begun
   */
  void forEach(UnitBatches.Batch batch, Step step) throws InterruptedException {
    if (batch.units().size() == 1) {
      step.work(batch.units().get(0));
      return;
    }
    List<Callable<Void>> steps = new ArrayList<>();
    for (UnitWork unit : batch.units()) {
      steps.add(
          () -> {
            step.work(unit);
            return null;
          });
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.min(threads, steps.size()), task -> new Thread(task, "unit-worker"));
    try {
      for (Future<Void> done : pool.invokeAll(steps)) {
        finish(done);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void finish(Future<Void> done) throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException | CancellationException e) {
      throw new IllegalStateException("A unit's work broke off", e);
    }
  }
}

package io.stockpile.pipeline.run.workers;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.unit.LanderContext;
import io.stockpile.pipeline.unit.Landers;
import io.stockpile.pipeline.unit.RunProgress;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitProcessor;
import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.WorkerSettings;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lands, derives and commits units. The three steps are one function, because some runners go
 * breadth first and would land all units before they derive the first. A runner may repeat it for
 * the same unit at any time.
 */
public final class ArchiveUnitFn extends DoFn<UnitBatches.Batch, Void> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveUnitFn.class);

  private final WorkerSettings settings;
  private transient ObjectStore store;
  private transient Landers landers;
  private transient UnitProcessor processor;
  private transient BatchWorkers workers;
  private transient RunProgress progress;
  private transient boolean local;

  ArchiveUnitFn(WorkerSettings settings) {
    this.settings = settings;
  }

  @Setup
  public void open() throws IOException {
    Optional<LocalRuns.LocalRun> run = LocalRuns.find(settings.run());
    local = run.isPresent();
    progress = run.map(LocalRuns.LocalRun::progress).orElseGet(() -> new RunProgress(0));
    Surroundings surroundings =
        run.map(LocalRuns.LocalRun::surroundings)
            .orElseGet(Surroundings::system)
            .withProxyCredentials(settings.output().proxyCredentials());
    store = ObjectStores.open(settings.output());
    UnitCommitter committer =
        new UnitCommitter(store, surroundings.clock(), settings.run(), settings.leavesFormer());
    landers =
        Landers.open(
            settings.landers(), new LanderContext(store, committer, progress, surroundings));
    processor =
        new UnitProcessor(settings, store, landers, committer, progress, surroundings.clock());
    // Threads that download mostly wait, so there are as many threads more as may download at a
    // time.
    workers = new BatchWorkers(settings.derivations() + settings.landings());
  }

  @ProcessElement
  public void process(@Element UnitBatches.Batch batch) throws InterruptedException {
    processor.announce(batch.units());
    try {
      workers.forEach(batch, this::process);
    } finally {
      batch.units().forEach(processor::release);
    }
  }

  private void process(UnitWork work) throws InterruptedException {
    UnitOutcome outcome;
    try {
      outcome = processor.process(work);
    } finally {
      processor.release(work);
    }
    progress.ended(outcome);
    if (local) {
      return;
    }
    try {
      new OutcomeFiles(store, settings.run()).write(outcome);
    } catch (IOException e) {
      // Other units go on. The driver counts a unit without an outcome as failed.
      LOG.error("{} ended, but its outcome cannot be written: {}", work.unit().name(), outcome, e);
    }
  }

  @Teardown
  public void close() throws IOException {
    try (ObjectStore closing = store) {
      if (landers != null) {
        landers.close();
      }
    }
  }
}

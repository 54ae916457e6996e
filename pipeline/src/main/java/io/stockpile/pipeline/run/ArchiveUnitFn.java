package io.stockpile.pipeline.run;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.sources.UnitSources;
import io.stockpile.pipeline.unit.ArchiveSettings;
import io.stockpile.pipeline.unit.RunMonitor;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitProcessor;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lands, derives and commits units. The three steps are one function, because some runners go
 * breadth first: they would land everything before they derive anything. It may be repeated for the
 * same unit at any time.
 */
public final class ArchiveUnitFn extends DoFn<UnitShare, Void> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveUnitFn.class);

  private final ArchiveSettings settings;
  private transient ObjectStore store;
  private transient UnitSources sources;
  private transient UnitProcessor processor;
  private transient ShareWorkers workers;
  private transient RunMonitor monitor;
  private transient boolean local;

  ArchiveUnitFn(ArchiveSettings settings) {
    this.settings = settings;
  }

  @Setup
  public void open() throws IOException {
    Optional<LocalRuns.LocalRun> run = LocalRuns.find(settings.run());
    local = run.isPresent();
    monitor = run.map(LocalRuns.LocalRun::monitor).orElseGet(() -> new RunMonitor(0));
    Surroundings surroundings =
        run.map(LocalRuns.LocalRun::surroundings).orElseGet(Surroundings::system);
    store = ObjectStores.open(settings.output());
    UnitCommitter committer = new UnitCommitter(store, surroundings.clock(), settings.run());
    sources = new UnitSources(settings, store, committer, monitor, surroundings);
    processor =
        new UnitProcessor(settings, store, sources, committer, monitor, surroundings.clock());
    // Those that download only wait, so there is one more thread for each of them.
    workers = new ShareWorkers(settings.derivations() + settings.firestream().downloads());
  }

  @ProcessElement
  public void process(@Element UnitShare share) throws InterruptedException {
    sources.announce(share.units());
    try {
      workers.go(share, this::process);
    } finally {
      share.units().forEach(sources::over);
    }
  }

  private void process(UnitWork work) throws InterruptedException {
    UnitOutcome outcome;
    try {
      outcome = processor.process(work);
    } finally {
      sources.over(work);
    }
    monitor.ended(outcome);
    if (local) {
      return;
    }
    try {
      new OutcomeFiles(store, settings.run()).write(outcome);
    } catch (IOException e) {
      // Others go on; the driver takes the unit's silence for the failure that it is.
      LOG.error("{} ended, but its outcome cannot be written: {}", work.unit().name(), outcome, e);
    }
  }

  @Teardown
  public void close() throws IOException {
    if (sources != null) {
      sources.close();
    }
  }
}

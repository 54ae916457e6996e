package io.stockpile.pipeline.run;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.archive.CommitEnding;
import io.stockpile.pipeline.archive.Ledger;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.inventory.UnitPlanner;
import io.stockpile.pipeline.sources.replay.ReplayWork;
import io.stockpile.pipeline.text.Words;
import io.stockpile.pipeline.unit.ArchiveSettings;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all jobs that work on units have in common: look what the archive holds of the units, finish
 * what earlier runs began, work on the rest, tell.
 */
public final class ArchiveJob {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveJob.class);

  private final JobContext context;
  private final ObjectStore store;
  private final OnExisting onExisting;
  private final UnitPlanner planner;

  public ArchiveJob(JobContext context, ObjectStore store, OnExisting onExisting) {
    this.context = context;
    this.store = store;
    this.onExisting = onExisting;
    this.planner = new UnitPlanner(store);
  }

  /**
   * Opens the archive.
   *
   * @throws UsageException when what the user wrote names none
   */
  public static ObjectStore open(StoreLocation location) throws IOException, UsageException {
    try {
      return ObjectStores.open(location);
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --output: " + e.getMessage(), e);
    }
  }

  public static ArchiveSettings settings(
      JobContext context,
      StoreLocation output,
      FirestreamSettings firestream,
      ReplayWork replay,
      DeriveSettings derive) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new ArchiveSettings(output, firestream, replay, derive, context.run(), cores);
  }

  /** What the archive holds of the units now. Changes nothing. */
  public List<PlannedUnit> look(List<? extends ArchiveUnit> units) throws IOException {
    return planner.plan(units, onExisting);
  }

  /**
   * Works on the units that need it.
   *
   * @param command the command's word
   * @param asked what was asked for, for a person
   * @param source where the bytes of a unit come from
   */
  public JobResult run(
      String command,
      String asked,
      List<? extends ArchiveUnit> units,
      ArchiveSettings settings,
      Function<PlannedUnit, UnitWork.Source> source)
      throws IOException {
    Instant start = context.surroundings().clock().instant();
    Map<String, CommitEnding> recovered = planner.recover(units);
    recovered.forEach(
        (name, ending) -> LOG.info("{}: a commit that was under way ended: {}", name, ending));
    List<PlannedUnit> planned = look(units);
    if (onExisting == OnExisting.FAIL) {
      Optional<JobResult> refusal = refuseHeld(planned);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    List<UnitWork> work = new ArrayList<>();
    Map<ArchiveUnit, UnitOutcome> outcomes = new HashMap<>();
    for (PlannedUnit unit : planned) {
      if (unit.settled().isPresent()) {
        outcomes.put(unit.unit(), unit.settled().get());
      } else {
        work.add(unit.work(source.apply(unit)));
      }
    }
    String name = JobName.of(command, units);
    if (!context.workersHere() && HandedOverJob.isAskedFor(context.pipelineOptions().named(name))) {
      return new HandedOverJob(context.pipelineOptions().named(name), context.out())
          .write(asked, store.root(), work, settings);
    }
    for (UnitOutcome outcome : new UnitJob(context, settings, store, name).run(work)) {
      outcomes.put(outcome.unit(), outcome);
    }
    Duration took = Duration.between(start, context.surroundings().clock().instant());
    List<UnitOutcome> inOrder = units.stream().map(outcomes::get).toList();
    return new RunSummary(context.out()).print(asked, store.root(), inOrder, took);
  }

  private Optional<JobResult> refuseHeld(List<PlannedUnit> planned) {
    List<String> held =
        planned.stream()
            .filter(
                unit ->
                    unit.state() instanceof Ledger.State.Held
                        || unit.state() instanceof Ledger.State.CoveredBy
                        || unit.state() instanceof Ledger.State.Overlapped)
            .map(unit -> unit.unit().name())
            .toList();
    if (held.isEmpty()) {
      return Optional.empty();
    }
    context
        .out()
        .println(
            "Failed: --onExisting=fail, and "
                + store.root()
                + " already holds "
                + Words.shortList(held)
                + ". Nothing was started.");
    return Optional.of(JobResult.FAILED);
  }
}

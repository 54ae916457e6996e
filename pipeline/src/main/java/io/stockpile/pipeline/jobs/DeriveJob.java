package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.Ledger;
import io.stockpile.pipeline.archive.Manifest;
import io.stockpile.pipeline.derive.LandedInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the tables again from what was landed, without the network. */
public final class DeriveJob {
  private final DeriveArgs args;
  private final JobContext context;

  public DeriveJob(DeriveArgs args, JobContext context) {
    this.args = args;
    this.context = context;
  }

  /**
   * Runs it to its end. One unit's failure stops no other.
   *
   * @throws UsageException when it cannot begin as it was asked for; nothing was changed then
   * @throws IOException when the archive cannot be read
   */
  public JobResult run() throws IOException, UsageException {
    try (ObjectStore store = FirestreamJob.open(args.output())) {
      List<FirestreamUnit> units = units(store);
      if (units.isEmpty()) {
        context.out().println("Nothing was landed in " + store.root() + " for " + asked() + ".");
        return JobResult.COMPLETE;
      }
      FirestreamJob job = new FirestreamJob(context, store, args.onExisting());
      if (args.dryRun()) {
        new PlanReport(context.out(), store.root())
            .print(asked(), job.look(units), args.onExisting(), args.derive());
        return JobResult.COMPLETE;
      }
      return job.run(
          asked(),
          units,
          FirestreamJob.settings(
              context, args.output(), FirestreamSettings.defaults(), args.derive()),
          unit -> new UnitWork.Source.LandingArea(input(unit)));
    }
  }

  /** What was landed, without the days that a longer unit holds. */
  private List<FirestreamUnit> units(ObjectStore store) throws IOException {
    List<FirestreamUnit> units = new ArrayList<>();
    for (FileType type : args.fileTypes()) {
      for (LandingArea.Landed file : new LandingArea(store).files(type)) {
        FirestreamUnit unit = file.unit();
        if (args.days().isEmpty() || args.days().get().overlaps(unit.firstDay(), unit.endDay())) {
          units.add(unit);
        }
      }
    }
    List<FirestreamUnit> held = new ArrayList<>();
    for (PlannedUnit unit : new UnitPlanner(store).plan(units, OnExisting.REPLACE)) {
      if (!(unit.state() instanceof Ledger.State.CoveredBy)) {
        held.add(unit.unit());
      }
    }
    held.sort(UnitOrder.BY_DAY);
    return held;
  }

  private static LandedInput input(PlannedUnit unit) {
    Optional<LandedInput> known = Optional.empty();
    if (unit.state() instanceof Ledger.State.Held held) {
      known = known(held.manifest(), unit.unit().landingKey());
    }
    return known.orElseGet(() -> LandedInput.unproven(unit.unit().landingKey()));
  }

  private static Optional<LandedInput> known(Manifest manifest, String key) {
    return manifest
        .complete()
        .flatMap(
            complete ->
                complete.landed().stream().filter(part -> part.key().equals(key)).findFirst())
        .map(part -> new LandedInput(part.key(), part.bytes(), part.sha256()));
  }

  private String asked() {
    return "What was landed" + args.days().map(days -> " of " + days).orElse("");
  }
}

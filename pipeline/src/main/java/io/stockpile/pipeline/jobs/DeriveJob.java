package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.archive.Ledger;
import io.stockpile.pipeline.inventory.LandingArea;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.inventory.UnitKeys;
import io.stockpile.pipeline.inventory.UnitOrder;
import io.stockpile.pipeline.inventory.UnitPlanner;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.run.ArchiveJob;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.PlanReport;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.SourceName;
import io.stockpile.pipeline.sources.replay.ReplayWork;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    try (ObjectStore store = ArchiveJob.open(args.output())) {
      List<ArchiveUnit> units = units(store);
      if (units.isEmpty()) {
        context.out().println("Nothing was landed in " + store.root() + days() + ".");
        return JobResult.COMPLETE;
      }
      ArchiveJob job = new ArchiveJob(context, store, args.onExisting());
      if (args.dryRun()) {
        new PlanReport(context.out(), store.root())
            .print(asked(), job.look(units), args.onExisting(), args.derive());
        return JobResult.COMPLETE;
      }
      return job.run(
          "derive",
          asked(),
          units,
          ArchiveJob.settings(
              context,
              args.output(),
              FirestreamSettings.defaults(),
              ReplayWork.DEFAULTS,
              args.derive()),
          DeriveJob::source);
    }
  }

  /** What was landed, without the days that a longer unit holds. */
  private List<ArchiveUnit> units(ObjectStore store) throws IOException {
    List<ArchiveUnit> units = new ArrayList<>();
    for (String series : series(store)) {
      Set<ArchiveUnit> known = new HashSet<>();
      new LandingArea(store).units(series).forEach(landed -> known.add(landed.unit()));
      known.addAll(bereft(store, series, known));
      known.stream()
          .filter(unit -> args.days().isEmpty() || args.days().get().overlaps(unit))
          .forEach(units::add);
    }
    List<ArchiveUnit> held = new ArrayList<>();
    for (PlannedUnit unit : new UnitPlanner(store).plan(units, OnExisting.REPLACE)) {
      if (!(unit.state() instanceof Ledger.State.CoveredBy)) {
        held.add(unit.unit());
      }
    }
    held.sort(UnitOrder.BY_TIME);
    return held;
  }

  private Set<String> series(ObjectStore store) throws IOException {
    Set<String> series = new LinkedHashSet<>();
    if (args.sources().contains(SourceName.FIRESTREAM)) {
      args.fileTypes().forEach(type -> series.add(FirestreamUnit.series(type)));
    }
    if (args.sources().contains(SourceName.REPLAY)) {
      series.addAll(new LandingArea(store).replaySeries());
    }
    return series;
  }

  /** Units whose tables are there, and whose landed bytes are not any more. */
  private static Set<ArchiveUnit> bereft(ObjectStore store, String series, Set<ArchiveUnit> landed)
      throws IOException {
    Set<ArchiveUnit> bereft = new HashSet<>();
    ManifestStore manifests = new ManifestStore(store);
    for (StoredObject object : store.list(ManifestStore.PREFIX + series + "/")) {
      Optional<ArchiveUnit> unit =
          UnitKeys.ofManifest(object.key()).filter(found -> !landed.contains(found));
      if (unit.isPresent()
          && manifests.find(object.key()).orElse(null)
              instanceof ManifestStore.Entry.Readable readable
          && readable.manifest().derived().filter(held -> !held.landed().isEmpty()).isPresent()) {
        bereft.add(unit.get());
      }
    }
    return bereft;
  }

  private static UnitWork.Source source(PlannedUnit planned) {
    if (!(planned.unit() instanceof FirestreamUnit unit)) {
      return new UnitWork.Source.Answers();
    }
    Optional<LandedInput> known = Optional.empty();
    if (planned.state() instanceof Ledger.State.Held held) {
      known = known(held.manifest(), unit.landingKey());
    }
    return new UnitWork.Source.LandingArea(
        known.orElseGet(() -> LandedInput.unproven(unit.landingKey())));
  }

  private static Optional<LandedInput> known(Manifest manifest, String key) {
    return manifest
        .derived()
        .flatMap(
            derived -> derived.landed().stream().filter(part -> part.key().equals(key)).findFirst())
        .map(part -> LandedInput.landed(part.key(), part.bytes(), part.sha256(), part.length()));
  }

  private String asked() {
    return "What was landed" + days();
  }

  private String days() {
    return args.days().map(days -> " of " + days).orElse("");
  }
}

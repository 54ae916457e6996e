package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.archive.Ledger;
import io.stockpile.pipeline.inventory.LandingArea;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.inventory.UnitOrder;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.Versions;
import io.stockpile.pipeline.run.ArchiveRun;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.Order;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.UnitLander;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the tables again from what was landed, without the network. */
public final class DeriveJob implements Order {
  private final DeriveArgs args;
  private final JobContext context;

  public DeriveJob(DeriveArgs args, JobContext context) {
    this.args = args;
    this.context = context;
  }

  /**
   * Runs the command. A unit that fails does not stop the others.
   *
   * @throws UsageException when the arguments do not allow it to begin; nothing was changed then
   * @throws IOException when the archive cannot be read
   */
  public JobResult run() throws IOException, UsageException {
    return new ArchiveRun(context, args.run()).carryOut(this);
  }

  @Override
  public String command() {
    return "derive";
  }

  @Override
  public String asked() {
    return "What was landed" + days();
  }

  @Override
  public String nothing(String root) {
    return "Nothing was landed in " + root + days() + ".";
  }

  private String days() {
    return args.days().map(days -> " of " + days).orElse("");
  }

  /** What was landed, or was and is not there any more. */
  @Override
  public List<ArchiveUnit> units(ObjectStore store) throws IOException {
    List<ArchiveUnit> units = new ArrayList<>();
    for (Source source : args.sources().all()) {
      for (String series : source.series(store)) {
        Set<ArchiveUnit> known = new HashSet<>();
        new LandingArea(store).units(source, series).forEach(landed -> known.add(landed.unit()));
        known.addAll(withoutLandedBytes(store, source, series, known));
        known.stream()
            .filter(unit -> args.days().isEmpty() || args.days().get().overlaps(unit))
            .forEach(units::add);
      }
    }
    units.sort(UnitOrder.BY_TIME);
    return units;
  }

  /** A day that a longer unit holds is built with that one. */
  @Override
  public boolean concerns(PlannedUnit unit) {
    return !(unit.state() instanceof Ledger.State.CoveredBy);
  }

  /** Whether its tables have the columns of today, or of a later version. */
  @Override
  public boolean isCurrent(Manifest held) {
    return held.schemaVersion() >= Versions.schema();
  }

  /** Units that have tables, but no landed bytes any more. */
  private static Set<ArchiveUnit> withoutLandedBytes(
      ObjectStore store, Source source, String series, Set<ArchiveUnit> landed) throws IOException {
    Set<ArchiveUnit> units = new HashSet<>();
    ManifestStore manifests = new ManifestStore(store);
    for (StoredObject object : store.list(ManifestStore.PREFIX + series + "/")) {
      Optional<ArchiveUnit> unit =
          source
              .unit(object.key())
              .filter(found -> found.series().equals(series))
              .filter(found -> !landed.contains(found));
      if (unit.isPresent()
          && manifests.find(object.key()).orElse(null)
              instanceof ManifestStore.Entry.Readable readable
          && readable.manifest().derived().filter(held -> !held.landed().isEmpty()).isPresent()) {
        units.add(unit.get());
      }
    }
    return units;
  }

  @Override
  public UnitWork.From from(PlannedUnit planned) {
    return planned.fromLanded();
  }

  @Override
  public Map<String, UnitLander.Factory> landers() {
    return args.sources().landed();
  }
}

package io.stockpile.pipeline.inventory;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.CommitEnding;
import io.stockpile.pipeline.archive.Ledger;
import io.stockpile.pipeline.archive.Recovery;
import io.stockpile.pipeline.archive.SeriesLook;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.UnitCoverage;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.UnitOutcome;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds out what the archive holds of the units that a job was asked for. */
public final class UnitPlanner {
  private final ObjectStore store;
  private final Clock clock;
  private final LandingArea landing;
  private final Predicate<Manifest> current;

  /**
   * @param current whether a held unit is up to date; one that is not is built again even with
   *     {@link OnExisting#SKIP}
   */
  public UnitPlanner(ObjectStore store, Clock clock, Predicate<Manifest> current) {
    this.store = store;
    this.clock = clock;
    this.landing = new LandingArea(store);
    this.current = current;
  }

  /**
   * Finishes commits of these units that earlier runs began. Returns how each commit ended, by the
   * unit's name.
   */
  public Map<String, CommitEnding> recover(List<? extends ArchiveUnit> units) throws IOException {
    Recovery recovery = new Recovery(store);
    Map<String, CommitEnding> endings = new TreeMap<>();
    for (UnitCoverage range : ranges(units).values()) {
      endings.putAll(recovery.finishCommits(range));
    }
    return endings;
  }

  /**
   * Looks at the archive a last time before the work begins, and leaves marks by which the run's
   * workers see that no other run looked later.
   *
   * @param run the run's name; no other run has the same
   * @param the units that the run is going to work on
   * @return those for which no other unit was found that covers some of the same time
   */
  public Set<ArchiveUnit> begin(String run, List<PlannedUnit> units) throws IOException {
    new UnitCommitter(store, clock, run)
        .takeUpRemains(
            units.stream()
                .filter(unit -> unit.landed() || !unit.objects().isEmpty())
                .filter(
                    unit ->
                        unit.state() instanceof Ledger.State.Missing
                            || unit.state() instanceof Ledger.State.KnownAbsent)
                .map(PlannedUnit::unit)
                .toList());
    Set<ArchiveUnit> alone = new HashSet<>();
    for (Map.Entry<String, List<ArchiveUnit>> series : bySeries(units).entrySet()) {
      Set<String> names = new SeriesLook(store, run, series.getKey()).take(series.getValue());
      series.getValue().stream().filter(unit -> names.contains(unit.name())).forEach(alone::add);
    }
    return alone;
  }

  /** Removes the marks that {@link #begin} has left. */
  public void end(String run, List<PlannedUnit> units) throws IOException {
    for (String series : bySeries(units).keySet()) {
      new SeriesLook(store, run, series).end();
    }
  }

  private static Map<String, List<ArchiveUnit>> bySeries(List<PlannedUnit> units) {
    return units.stream()
        .map(PlannedUnit::unit)
        .collect(Collectors.groupingBy(ArchiveUnit::series, TreeMap::new, Collectors.toList()));
  }

  /** Plans each unit, in the given order. Changes nothing. */
  public List<PlannedUnit> plan(List<? extends ArchiveUnit> units, OnExisting onExisting)
      throws IOException {
    Map<String, Ledger> ledgers = new HashMap<>();
    Map<String, LandingArea.Objects> landed = new HashMap<>();
    for (Map.Entry<String, UnitCoverage> range : ranges(units).entrySet()) {
      ledgers.put(range.getKey(), Ledger.read(store, range.getValue()));
      landed.put(range.getKey(), landing.objects(range.getKey()));
    }
    List<PlannedUnit> planned = new ArrayList<>();
    for (ArchiveUnit unit : units) {
      Ledger ledger = ledgers.get(unit.series());
      Ledger.State state = ledger.stateOf(unit);
      LandingArea.Objects objects = landed.get(unit.series());
      planned.add(
          new PlannedUnit(
              unit,
              state,
              objects.holds(unit),
              unit.landedInParts() ? List.of() : objects.of(unit),
              ledger.versionOf(unit),
              settled(unit, state, onExisting)));
    }
    return List.copyOf(planned);
  }

  private Optional<UnitOutcome> settled(
      ArchiveUnit unit, Ledger.State state, OnExisting onExisting) {
    if (state instanceof Ledger.State.Held held) {
      return onExisting == OnExisting.REPLACE || !current.test(held.manifest())
          ? Optional.empty()
          : Optional.of(new UnitOutcome.AlreadyHeld(unit, ""));
    }
    if (state instanceof Ledger.State.CoveredBy covered) {
      String longer = covered.manifest().unit().name();
      return Optional.of(
          onExisting == OnExisting.REPLACE
              ? new UnitOutcome.FailedUnit(
                  unit,
                  "its time is held by "
                      + longer
                      + ", and its rows would be there twice. Replace that one as a whole.")
              : new UnitOutcome.AlreadyHeld(unit, "held by " + longer));
    }
    if (state instanceof Ledger.State.Overlapped overlapped) {
      return Optional.of(
          new UnitOutcome.FailedUnit(
              unit,
              "some of its time is held already by "
                  + HumanText.shortList(overlapped.units())
                  + ", and those rows would be there twice."));
    }
    if (state instanceof Ledger.State.Unreadable unreadable) {
      return Optional.of(new UnitOutcome.FailedUnit(unit, unreadable.message()));
    }
    return Optional.empty();
  }

  /** For each series the range from its first unit to its last. */
  private static Map<String, UnitCoverage> ranges(List<? extends ArchiveUnit> units) {
    Map<String, UnitCoverage> ranges = new TreeMap<>();
    for (ArchiveUnit unit : units) {
      ranges.merge(unit.series(), UnitCoverage.of(unit), UnitCoverage::hull);
    }
    return ranges;
  }
}

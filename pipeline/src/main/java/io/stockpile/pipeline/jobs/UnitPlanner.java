package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.CommitEnding;
import io.stockpile.pipeline.archive.Ledger;
import io.stockpile.pipeline.archive.Recovery;
import io.stockpile.pipeline.archive.UnitCoverage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds out what the archive holds of the units that a job was asked for. */
final class UnitPlanner {
  private final ObjectStore store;
  private final LandingArea landing;

  UnitPlanner(ObjectStore store) {
    this.store = store;
    this.landing = new LandingArea(store);
  }

  /** Finishes what earlier runs began to commit of the units. Returns how each commit ended. */
  Map<String, CommitEnding> recover(List<FirestreamUnit> units) throws IOException {
    Recovery recovery = new Recovery(store);
    Map<String, CommitEnding> endings = new TreeMap<>();
    for (UnitCoverage range : ranges(units).values()) {
      endings.putAll(recovery.finishCommits(range));
    }
    return endings;
  }

  /** Looks at each unit, in the given order. Changes nothing. */
  List<PlannedUnit> plan(List<FirestreamUnit> units, OnExisting onExisting) throws IOException {
    Map<FileType, Ledger> ledgers = new EnumMap<>(FileType.class);
    Map<FileType, Set<String>> landed = new EnumMap<>(FileType.class);
    for (Map.Entry<FileType, UnitCoverage> range : ranges(units).entrySet()) {
      ledgers.put(range.getKey(), Ledger.read(store, range.getValue()));
      landed.put(range.getKey(), landing.keys(range.getKey()));
    }
    List<PlannedUnit> planned = new ArrayList<>();
    for (FirestreamUnit unit : units) {
      Ledger ledger = ledgers.get(unit.fileType());
      Ledger.State state = ledger.stateOf(unit);
      boolean lies = landed.get(unit.fileType()).contains(unit.landingKey());
      planned.add(
          new PlannedUnit(
              unit, state, lies, ledger.versionOf(unit), settled(unit, state, onExisting)));
    }
    return List.copyOf(planned);
  }

  private static Optional<UnitOutcome> settled(
      FirestreamUnit unit, Ledger.State state, OnExisting onExisting) {
    if (state instanceof Ledger.State.Held) {
      return onExisting == OnExisting.REPLACE
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
                  + Words.shortList(overlapped.units())
                  + ", and those rows would be there twice."));
    }
    if (state instanceof Ledger.State.Unreadable unreadable) {
      return Optional.of(new UnitOutcome.FailedUnit(unit, unreadable.message()));
    }
    return Optional.empty();
  }

  /** What the units of each type cover from the first to the last. */
  private static Map<FileType, UnitCoverage> ranges(List<FirestreamUnit> units) {
    Map<FileType, UnitCoverage> ranges = new EnumMap<>(FileType.class);
    for (FileType type : FileType.values()) {
      List<FirestreamUnit> ofType = units.stream().filter(unit -> unit.fileType() == type).toList();
      if (!ofType.isEmpty()) {
        LocalDate first =
            ofType.stream()
                .map(FirestreamUnit::firstDay)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate end =
            ofType.stream()
                .map(FirestreamUnit::endDay)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        ranges.put(type, UnitCoverage.of(new FirestreamUnit(type, first, end)));
      }
    }
    return ranges;
  }
}

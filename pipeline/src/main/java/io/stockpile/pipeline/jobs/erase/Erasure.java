package io.stockpile.pipeline.jobs.erase;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.erase.tombstones.TombstoneIndex;
import io.stockpile.pipeline.erase.tombstones.TombstoneStore;
import io.stockpile.pipeline.jobs.erase.search.UnitSearch;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.unit.DerivedSummary;
import io.stockpile.pipeline.unit.UnitOutcome;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps the records of one run: first the tombstone list, before units are searched, so that every
 * unit that is begun afterwards is built with it; then the ledger; at the end a note which units
 * are free of the listed ids.
 */
final class Erasure {
  private final ObjectStore store;
  private final TombstoneStore tombstones;
  private final String run;
  private final KnownTombstones known;
  private TombstoneStore.Held held;
  private EraseLedger begun;
  private String ledgerVersion = "";

  Erasure(ObjectStore store, String run, KnownTombstones known) {
    this.store = store;
    this.tombstones = new TombstoneStore(store);
    this.run = run;
    this.known = known;
    this.held = known.held();
  }

  /** Looks whether a unit is free of the listed ids. */
  @FunctionalInterface
  interface Look {
    boolean isFree(ManifestStore.Entry.Readable unit) throws IOException;
  }

  /**
   * Writes the list and, if it is a new one, the reason for it.
   *
   * @return whether the list is new, so that units that were built until now may have been built
   *     without it
   */
  boolean begin(Instant now, String reason, List<String> alsoErase) throws IOException {
    boolean isNew = known.list().number() != known.before().number();
    replaceList(known.units(), isNew ? withOwn() : open(), now);
    begun =
        new EraseLedger(
            EraseLedger.VERSION,
            run,
            EraseLedger.State.BEGUN,
            now,
            null,
            "",
            known.list().number(),
            known.list().counts(),
            known.newIds(),
            reason,
            alsoErase,
            known.takenBack(),
            List.of());
    if (isNew) {
      ledgerVersion = begun.write(store, ledgerVersion);
    }
    return isNew;
  }

  /** Writes to the ledger what is going to be done. */
  void plan(List<UnitSearch.Found> found, Instant now) throws IOException {
    if (!found.isEmpty()) {
      replaceList(known.units(), withOwn(), now);
      begun = begun.with(found.stream().map(each -> planned(each.manifest())).toList());
      ledgerVersion = begun.write(store, ledgerVersion);
    }
  }

  private static EraseLedger.Unit planned(Manifest manifest) {
    ManifestContent.Derived derived = manifest.derived().orElseThrow();
    return new EraseLedger.Unit(
        manifest.unit().name(),
        EraseLedger.Unit.Outcome.PLANNED,
        derived.generation().number(),
        derived.counts().erased(),
        new TreeMap<>());
  }

  /**
   * Writes to the ledger what was done, and which units are free of the listed ids.
   *
   * @param entries all units that were searched
   * @param found the units that contained one of the ids
   * @param unbuilt the outcomes of units that were built because their landed bytes contained one
   * @param look asked about units that another run committed meanwhile
   */
  void end(
      List<ManifestStore.Entry.Readable> entries,
      List<UnitSearch.Found> found,
      List<UnitOutcome> outcomes,
      List<UnitOutcome> unbuilt,
      Look look,
      Instant now)
      throws IOException {
    Map<String, UnitOutcome> byName = new HashMap<>();
    outcomes.forEach(outcome -> byName.put(outcome.unit().name(), outcome));
    SortedMap<String, TombstoneIndex.Seen> units = new TreeMap<>(known.units());
    Set<String> touched = new HashSet<>();
    List<EraseLedger.Unit> ended = new ArrayList<>();
    for (UnitSearch.Found each : found) {
      String name = each.manifest().unit().name();
      touched.add(name);
      ended.add(entry(each.entry(), Optional.ofNullable(byName.get(name)), units, look));
    }
    for (ManifestStore.Entry.Readable entry : entries) {
      String name = entry.manifest().unit().name();
      if (!touched.contains(name)) {
        putClean(units, entry.manifest(), entry.manifest());
      }
    }
    for (UnitOutcome outcome : unbuilt) {
      ended.add(entry(outcome));
    }
    boolean handedOver = !found.isEmpty() && outcomes.isEmpty();
    if (!handedOver && (!ledgerVersion.isEmpty() || !ended.isEmpty())) {
      begun.ended(now, ended).write(store, ledgerVersion);
    }
    Map<String, String> keys = new HashMap<>();
    entries.forEach(entry -> keys.put(entry.manifest().unit().name(), entry.key()));
    List<String> others = open().stream().filter(other -> !other.equals(run)).toList();
    List<String> open = new ArrayList<>(new OpenLedgers(store, keys, units).end(others, run, now));
    if (handedOver) {
      open.add(run);
    }
    replaceList(units, open, now);
  }

  /** The runs whose ledger may not say yet how they ended. */
  private List<String> open() {
    return held.index().open();
  }

  private List<String> withOwn() {
    return Stream.concat(open().stream(), Stream.of(run)).distinct().toList();
  }

  /** The ledger's entry for a unit that had no manifest before. */
  private static EraseLedger.Unit entry(UnitOutcome outcome) {
    Optional<DerivedSummary> built = built(outcome);
    return new EraseLedger.Unit(
        outcome.unit().name(),
        built.isPresent() ? EraseLedger.Unit.Outcome.ERASED : EraseLedger.Unit.Outcome.FAILED,
        0,
        built.map(summary -> summary.counts().erased()).orElse(0L),
        built.map(DerivedSummary::erased).orElseGet(TreeMap::new));
  }

  private void replaceList(
      SortedMap<String, TombstoneIndex.Seen> units, List<String> open, Instant now)
      throws IOException {
    try {
      held = tombstones.replace(held, known.list(), units, open, run, now);
    } catch (PreconditionFailedException e) {
      throw new IOException(
          "another erase is at work on this archive: it has changed what is known of tombstones"
              + " since this one began. Units that were rewritten stay so; run again when that one"
              + " is done",
          e);
    }
  }

  /**
   * Notes that a unit is free of the listed ids. Not if the list was made before the unit's events
   * were read: the next run reads them and searches again.
   */
  private void putClean(Map<String, TombstoneIndex.Seen> units, Manifest lookedAt, Manifest now) {
    if (known.isRead(lookedAt)) {
      units.put(now.unit().name(), TombstoneIndex.Seen.of(now, known.list().number()));
    }
  }

  /**
   * The ledger's entry for a unit; also notes the unit in {@code units} if it is free of the listed
   * ids now.
   */
  private EraseLedger.Unit entry(
      ManifestStore.Entry.Readable entry,
      Optional<UnitOutcome> outcome,
      Map<String, TombstoneIndex.Seen> units,
      Look look)
      throws IOException {
    Manifest before = entry.manifest();
    String name = before.unit().name();
    EraseLedger.Unit planned = planned(before);
    Optional<DerivedSummary> built = outcome.flatMap(Erasure::built);
    Optional<ManifestStore.Entry.Readable> current =
        new ManifestStore(store)
            .load(entry.key())
            .filter(found -> found.manifest().derived().isPresent());
    Optional<Manifest> now = current.map(ManifestStore.Entry.Readable::manifest);
    if (built.isPresent()) {
      now.filter(manifest -> isNext(before, manifest))
          .ifPresent(manifest -> putClean(units, before, manifest));
      return new EraseLedger.Unit(
          name,
          EraseLedger.Unit.Outcome.ERASED,
          planned.generation(),
          built.get().counts().erased(),
          built.get().erased());
    }
    boolean untouched = outcome.filter(UnitOutcome.AlreadyHeld.class::isInstance).isPresent();
    if (untouched && now.filter(before::equals).isPresent()) {
      putClean(units, before, before);
      return planned.ended(EraseLedger.Unit.Outcome.NOTHING, planned.lines());
    }
    if (untouched && current.isPresent() && look.isFree(current.get())) {
      // Another run has built it with the list, and has not told what went by kind.
      long lines = current.get().manifest().derived().orElseThrow().counts().erased();
      return planned.ended(EraseLedger.Unit.Outcome.ERASED, lines);
    }
    return planned.ended(EraseLedger.Unit.Outcome.FAILED, planned.lines());
  }

  private static boolean isNext(Manifest before, Manifest now) {
    return now.derived()
        .map(ManifestContent.Derived::generation)
        .filter(UnitCommitter.nextGeneration(Optional.of(before))::equals)
        .isPresent();
  }

  private static Optional<DerivedSummary> built(UnitOutcome outcome) {
    if (outcome instanceof UnitOutcome.Committed committed) {
      return Optional.of(committed.built());
    }
    if (outcome instanceof UnitOutcome.IncompleteUnit incomplete
        && incomplete.built() != DerivedSummary.NOTHING) {
      return Optional.of(incomplete.built());
    }
    return Optional.empty();
  }
}

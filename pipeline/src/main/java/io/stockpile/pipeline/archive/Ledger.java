package io.stockpile.pipeline.archive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the archive holds of one series in a range of time, at the moment when it was read.
 * Immutable.
 */
public final class Ledger {
  private final Map<String, ManifestStore.Entry> byKey;
  private final Set<String> torn;

  /** Units with tables, by when they begin. */
  private final NavigableMap<Instant, List<ManifestStore.Entry.Readable>> held = new TreeMap<>();

  private final Duration longest;
  private final List<ManifestStore.Entry> unreadable = new ArrayList<>();

  private Ledger(Map<String, ManifestStore.Entry> byKey, Set<String> torn) {
    this.byKey = Map.copyOf(byKey);
    this.torn = Set.copyOf(torn);
    Duration longest = Duration.ZERO;
    for (ManifestStore.Entry entry : byKey.values()) {
      if (!(entry instanceof ManifestStore.Entry.Readable readable)) {
        unreadable.add(entry);
      } else if (readable.manifest().derived().isPresent()) {
        UnitCoverage unit = readable.manifest().unit();
        held.computeIfAbsent(unit.from(), from -> new ArrayList<>()).add(readable);
        Duration length = Duration.between(unit.from(), unit.to());
        longest = longest.compareTo(length) < 0 ? length : longest;
      }
    }
    this.longest = longest;
  }

  /**
   * Reads the manifests that have an instant in common with the range.
   *
   * @param range its name does not matter
   */
  public static Ledger read(ObjectStore store, UnitCoverage range) throws IOException {
    // Commits before manifests: one that ends in between has its manifest by then.
    Set<String> torn = new HashSet<>();
    for (IntentStore.Entry entry : new IntentStore(store).overlapping(range)) {
      if (entry.intent().torn()) {
        torn.add(entry.intent().unit().name());
      }
    }
    Map<String, ManifestStore.Entry> byKey = new HashMap<>();
    String prefix = ManifestStore.PREFIX + range.series() + "/";
    for (ManifestStore.Entry entry :
        new ManifestStore(store).readAll(prefix, LabelSpan.mayOverlap(range.from(), range.to()))) {
      byKey.put(entry.key(), entry);
    }
    return new Ledger(byKey, torn);
  }

  /** What the ledger knows about a unit. */
  public sealed interface State {

    /** Nothing is held. */
    record Missing() implements State {}

    /** The service did not have it. */
    record KnownAbsent(ManifestContent.Absent absence) implements State {}

    /** All of it is held. */
    record Held(Manifest manifest) implements State {}

    /** Some of it is held, and minutes are missing. */
    record Incomplete(Manifest manifest) implements State {}

    /** A longer unit holds all of its time. */
    record CoveredBy(Manifest manifest) implements State {}

    /**
     * Other units hold some of its time.
     *
     * @param units their names
     */
    record Overlapped(List<String> units) implements State {
      public Overlapped {
        units = List.copyOf(units);
      }
    }

    /** It was being replaced and that was not finished; it must be done again. */
    record Torn() implements State {}

    /** Its manifest cannot be read. */
    record Unreadable(String message) implements State {}
  }

  /** What is known about a unit. Overlap goes before everything that the unit itself holds. */
  public State stateOf(ArchiveUnit unit) {
    UnitCoverage coverage = UnitCoverage.of(unit);
    for (ManifestStore.Entry entry : others(coverage, unit.manifestKey())) {
      if (entry instanceof ManifestStore.Entry.Readable other
          && other.manifest().unit().covers(coverage)) {
        return new State.CoveredBy(other.manifest());
      }
    }
    List<String> others = overlapping(coverage, unit.manifestKey());
    if (!others.isEmpty()) {
      return new State.Overlapped(others);
    }
    ManifestStore.Entry own = byKey.get(unit.manifestKey());
    if (own instanceof ManifestStore.Entry.Broken broken) {
      return new State.Unreadable(broken.message());
    }
    if (torn.contains(unit.name())) {
      return new State.Torn();
    }
    if (own instanceof ManifestStore.Entry.Readable readable) {
      Manifest manifest = readable.manifest();
      return manifest
          .absent()
          .<State>map(State.KnownAbsent::new)
          .orElseGet(
              () ->
                  manifest.isComplete()
                      ? new State.Held(manifest)
                      : new State.Incomplete(manifest));
    }
    return new State.Missing();
  }

  /** The version of the unit's manifest; empty when there is none. */
  public String versionOf(ArchiveUnit unit) {
    return byKey.get(unit.manifestKey()) instanceof ManifestStore.Entry.Readable readable
        ? readable.version()
        : "";
  }

  /**
   * The names of other units that are held and have an instant in common with the unit, in order;
   * for a manifest that cannot be read and may be such a one, its key.
   */
  List<String> overlapping(UnitCoverage unit, String manifestKey) {
    return others(unit, manifestKey).stream()
        .map(
            entry ->
                entry instanceof ManifestStore.Entry.Readable readable
                    ? readable.manifest().unit().name()
                    : entry.key())
        .sorted()
        .toList();
  }

  private List<ManifestStore.Entry> others(UnitCoverage unit, String manifestKey) {
    Predicate<String> mayOverlap = LabelSpan.mayOverlap(unit.from(), unit.to());
    List<ManifestStore.Entry> others = new ArrayList<>();
    held.subMap(unit.from().minus(longest), unit.to()).values().stream()
        .flatMap(List::stream)
        .filter(entry -> !entry.manifest().unit().name().equals(unit.name()))
        .filter(entry -> entry.manifest().unit().overlaps(unit))
        .forEach(others::add);
    unreadable.stream()
        .filter(entry -> mayOverlap.test(entry.key()) && !entry.key().equals(manifestKey))
        .forEach(others::add);
    return others;
  }
}

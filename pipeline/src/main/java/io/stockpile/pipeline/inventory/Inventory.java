package io.stockpile.pipeline.inventory;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.UnfinishedCommit;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.SourceCatalog;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists what an archive holds, with a state for each unit and for each span of time that no unit
 * covers.
 */
public final class Inventory {
  private final SourceCatalog sources;
  private final ObjectStore store;
  private final LandingArea landing;
  private final Optional<DayRange> days;

  /**
   * @param sources the sources whose units are listed
   * @param days which days are listed; empty for all
   */
  public Inventory(SourceCatalog sources, ObjectStore store, Optional<DayRange> days) {
    this.sources = sources;
    this.store = store;
    this.landing = new LandingArea(store);
    this.days = days;
  }

  /** The entries by series, then by time. Time between units that no unit covers is missing. */
  public List<InventoryEntry> read() throws IOException {
    Set<String> torn = new HashSet<>();
    for (UnfinishedCommit commit : UnfinishedCommit.in(store)) {
      if (commit.torn()) {
        torn.add(commit.unit().name());
      }
    }
    List<InventoryEntry> all = new ArrayList<>();
    for (Source source : sources.all()) {
      for (String series : source.series(store)) {
        List<InventoryEntry> units = units(source, series, torn);
        units.sort(Comparator.comparing(InventoryEntry::from).thenComparing(InventoryEntry::to));
        all.addAll(withGaps(source, series, units));
      }
    }
    return List.copyOf(all);
  }

  private List<InventoryEntry> units(Source source, String series, Set<String> torn)
      throws IOException {
    List<InventoryEntry> units = new ArrayList<>();
    Set<String> named = new HashSet<>();
    List<LandingArea.Landed> landed = landing.units(source, series);
    String prefix = ManifestStore.PREFIX + series + "/";
    for (ManifestStore.Entry entry :
        new ManifestStore(store).readAll(prefix, key -> isOf(source, series, key))) {
      Optional<InventoryEntry> unit = unit(source, entry, torn, landed);
      unit.ifPresent(units::add);
      unit.ifPresent(found -> named.add(found.unit()));
    }
    for (LandingArea.Landed bytes : landed) {
      ArchiveUnit unit = bytes.unit();
      boolean covered =
          units.stream()
              .anyMatch(
                  other ->
                      other.state() == InventoryEntry.State.COMPLETE
                          && !other.from().isAfter(unit.from())
                          && !other.to().isBefore(unit.to()));
      if (!named.contains(unit.name()) && !covered) {
        units.add(landedOnly(source, bytes, torn));
      }
    }
    units.removeIf(unit -> days.isPresent() && !unit.touches(days.get()));
    return units;
  }

  private InventoryEntry landedOnly(Source source, LandingArea.Landed landed, Set<String> torn)
      throws IOException {
    ArchiveUnit unit = landed.unit();
    Source.LandedState landedState = source.landedState(store, unit);
    InventoryEntry.State state =
        torn.contains(unit.name()) ? InventoryEntry.State.TORN : InventoryEntry.State.LANDED;
    if (!landedState.readable()) {
      state = InventoryEntry.State.UNREADABLE;
    }
    return new InventoryEntry(
        unit.series(),
        unit.name(),
        unit.from(),
        unit.to(),
        state,
        landed.bytes(),
        landedState.minutes(),
        Optional.empty());
  }

  private Optional<InventoryEntry> unit(
      Source source, ManifestStore.Entry entry, Set<String> torn, List<LandingArea.Landed> landed)
      throws IOException {
    if (!(entry instanceof ManifestStore.Entry.Readable readable)) {
      return source
          .unit(entry.key())
          .map(
              unit ->
                  InventoryEntry.nothing(
                      unit.series(),
                      unit.name(),
                      unit.from(),
                      unit.to(),
                      InventoryEntry.State.UNREADABLE));
    }
    Manifest manifest = readable.manifest();
    String name = manifest.unit().name();
    if (manifest.absent().isPresent()) {
      Optional<LandingArea.Landed> own =
          landed.stream().filter(bytes -> bytes.unit().name().equals(name)).findFirst();
      return Optional.of(
          own.isPresent()
              ? landedOnly(source, own.get(), torn)
              : counted(manifest, InventoryEntry.State.ABSENT));
    }
    InventoryEntry.State state =
        manifest.isComplete() ? InventoryEntry.State.COMPLETE : InventoryEntry.State.INCOMPLETE;
    return Optional.of(counted(manifest, torn.contains(name) ? InventoryEntry.State.TORN : state));
  }

  private static InventoryEntry counted(Manifest manifest, InventoryEntry.State state) {
    Optional<ManifestContent.Derived> derived = manifest.derived();
    return new InventoryEntry(
        manifest.unit().series(),
        manifest.unit().name(),
        manifest.unit().from(),
        manifest.unit().to(),
        state,
        derived
            .map(held -> held.landed().stream().mapToLong(part -> part.bytes()).sum())
            .orElse(0L),
        derived
            .flatMap(ManifestContent.Derived::replay)
            .map(ReplayAccount::minutes)
            .orElse(List.of()),
        Optional.of(manifest));
  }

  private List<InventoryEntry> withGaps(Source source, String series, List<InventoryEntry> units) {
    if (units.isEmpty() && (days.isEmpty() || source.step().isEmpty())) {
      return List.of();
    }
    Instant next = days.map(DayRange::start).orElseGet(() -> units.get(0).from());
    List<InventoryEntry> all = new ArrayList<>();
    for (InventoryEntry unit : units) {
      addMissing(source, series, next, unit.from(), all);
      all.add(unit);
      next = unit.to().isAfter(next) ? unit.to() : next;
    }
    if (days.isPresent()) {
      addMissing(source, series, next, days.get().end(), all);
    }
    return all;
  }

  private static void addMissing(
      Source source, String series, Instant from, Instant to, List<InventoryEntry> all) {
    Instant start = from;
    while (source.missesTime() && start.isBefore(to)) {
      Instant end = source.step().map(start::plus).orElse(to);
      all.add(InventoryEntry.nothing(series, "", start, end, InventoryEntry.State.MISSING));
      start = end;
    }
  }

  /**
   * Whether a key is listed with the series. The keys of one series may be below the directory of
   * another; a key that belongs to no unit is listed with the series that it lies below.
   */
  private static boolean isOf(Source source, String series, String key) {
    return source.unit(key).map(unit -> unit.series().equals(series)).orElse(true);
  }
}

package io.stockpile.pipeline.inventory;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.replay.attempts.BrokenAttemptException;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.archive.UnfinishedCommit;
import io.stockpile.pipeline.manifest.Holding;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.sources.replay.ReplayAccounts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what an archive holds, with one state for each day of Firestream and minute of Replay. */
public final class HeldUnits {
  private static final Duration DAY = Duration.ofDays(1);

  private final ObjectStore store;
  private final Clock clock;
  private final LandingArea landing;
  private final Optional<DayRange> days;

  public HeldUnits(ObjectStore store, Clock clock, Optional<DayRange> days) {
    this.store = store;
    this.clock = clock;
    this.landing = new LandingArea(store);
    this.days = days;
  }

  /** By series, then by time. Time between that no unit covers is missing. */
  public List<HeldUnit> read() throws IOException {
    Set<String> torn = new HashSet<>();
    for (UnfinishedCommit commit : UnfinishedCommit.in(store)) {
      if (commit.torn()) {
        torn.add(commit.unit().name());
      }
    }
    List<HeldUnit> all = new ArrayList<>();
    for (String series : series()) {
      List<HeldUnit> units = units(series, torn);
      units.sort(Comparator.comparing(HeldUnit::from).thenComparing(HeldUnit::to));
      all.addAll(withGaps(series, units));
    }
    return List.copyOf(all);
  }

  private Set<String> series() throws IOException {
    Set<String> series = new LinkedHashSet<>();
    for (FileType type : FileType.values()) {
      series.add(FirestreamUnit.series(type));
    }
    Set<String> replay = new TreeSet<>(landing.replaySeries());
    for (StoredObject manifest : store.list(ManifestStore.PREFIX + "replay/")) {
      ReplayUnit.ofKey(manifest.key()).ifPresent(unit -> replay.add(unit.series()));
    }
    series.addAll(replay);
    return series;
  }

  private List<HeldUnit> units(String series, Set<String> torn) throws IOException {
    List<HeldUnit> units = new ArrayList<>();
    Set<String> named = new HashSet<>();
    List<LandingArea.Landed> landed = landing.units(series);
    String prefix = ManifestStore.PREFIX + series + "/";
    for (ManifestStore.Entry entry : new ManifestStore(store).readAll(prefix, key -> true)) {
      Optional<HeldUnit> unit = unit(entry, torn, landed);
      unit.ifPresent(units::add);
      unit.ifPresent(found -> named.add(found.unit()));
    }
    for (LandingArea.Landed bytes : landed) {
      ArchiveUnit unit = bytes.unit();
      boolean covered =
          units.stream()
              .anyMatch(
                  other ->
                      other.state() == HeldUnit.State.COMPLETE
                          && !other.from().isAfter(unit.from())
                          && !other.to().isBefore(unit.to()));
      if (!named.contains(unit.name()) && !covered) {
        units.add(landedOnly(bytes, torn));
      }
    }
    units.removeIf(unit -> days.isPresent() && !unit.touches(days.get()));
    return units;
  }

  private HeldUnit landedOnly(LandingArea.Landed landed, Set<String> torn) throws IOException {
    ArchiveUnit unit = landed.unit();
    HeldUnit.State state = torn.contains(unit.name()) ? HeldUnit.State.TORN : HeldUnit.State.LANDED;
    List<ReplayAccount.Minutes> minutes = List.of();
    if (unit instanceof ReplayUnit replay) {
      try {
        minutes = ReplayAccounts.minutes(new ReplayAttempts(store, clock).landed(replay));
      } catch (BrokenAttemptException e) {
        state = HeldUnit.State.UNREADABLE;
      }
    }
    return new HeldUnit(
        unit.series(),
        unit.name(),
        unit.from(),
        unit.to(),
        state,
        landed.bytes(),
        minutes,
        Optional.empty());
  }

  private Optional<HeldUnit> unit(
      ManifestStore.Entry entry, Set<String> torn, List<LandingArea.Landed> landed)
      throws IOException {
    if (!(entry instanceof ManifestStore.Entry.Readable readable)) {
      return UnitKeys.ofManifest(entry.key())
          .map(
              unit ->
                  HeldUnit.nothing(
                      unit.series(),
                      unit.name(),
                      unit.from(),
                      unit.to(),
                      HeldUnit.State.UNREADABLE));
    }
    Manifest manifest = readable.manifest();
    String name = manifest.unit().name();
    if (manifest.absent().isPresent()) {
      Optional<LandingArea.Landed> own =
          landed.stream().filter(bytes -> bytes.unit().name().equals(name)).findFirst();
      return Optional.of(
          own.isPresent() ? landedOnly(own.get(), torn) : counted(manifest, HeldUnit.State.ABSENT));
    }
    HeldUnit.State state =
        manifest.isComplete() ? HeldUnit.State.COMPLETE : HeldUnit.State.INCOMPLETE;
    return Optional.of(counted(manifest, torn.contains(name) ? HeldUnit.State.TORN : state));
  }

  private static HeldUnit counted(Manifest manifest, HeldUnit.State state) {
    Optional<Holding.Derived> derived = manifest.derived();
    return new HeldUnit(
        manifest.unit().series(),
        manifest.unit().name(),
        manifest.unit().from(),
        manifest.unit().to(),
        state,
        derived
            .map(held -> held.landed().stream().mapToLong(part -> part.bytes()).sum())
            .orElse(0L),
        derived.flatMap(Holding.Derived::replay).map(ReplayAccount::minutes).orElse(List.of()),
        Optional.of(manifest));
  }

  private List<HeldUnit> withGaps(String series, List<HeldUnit> units) {
    if (units.isEmpty() && (days.isEmpty() || !series.startsWith("firestream/"))) {
      return List.of();
    }
    Instant next = days.map(DayRange::start).orElseGet(() -> units.get(0).from());
    List<HeldUnit> all = new ArrayList<>();
    for (HeldUnit unit : units) {
      addMissing(series, next, unit.from(), all);
      all.add(unit);
      next = unit.to().isAfter(next) ? unit.to() : next;
    }
    if (days.isPresent()) {
      addMissing(series, next, days.get().end(), all);
    }
    return all;
  }

  /** A day each for Firestream, which has a file a day; the whole gap for Replay. */
  private static void addMissing(String series, Instant from, Instant to, List<HeldUnit> all) {
    Instant start = from;
    while (start.isBefore(to)) {
      Instant end = series.startsWith("firestream/") ? start.plus(DAY) : to;
      all.add(HeldUnit.nothing(series, "", start, end, HeldUnit.State.MISSING));
      start = end;
    }
  }
}

package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.Holding;
import io.stockpile.pipeline.archive.Manifest;
import io.stockpile.pipeline.archive.ManifestStore;
import io.stockpile.pipeline.archive.UnfinishedCommit;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what an archive holds, with one state for each day. */
final class HeldUnits {
  private final ObjectStore store;
  private final Optional<DayRange> days;

  HeldUnits(ObjectStore store, Optional<DayRange> days) {
    this.store = store;
    this.days = days;
  }

  /** By type, then by day. Days between that no unit covers are missing ones. */
  List<HeldUnit> read() throws IOException {
    Set<String> torn = new HashSet<>();
    for (UnfinishedCommit commit : UnfinishedCommit.in(store)) {
      if (commit.torn()) {
        torn.add(commit.unit().name());
      }
    }
    List<HeldUnit> all = new ArrayList<>();
    for (FileType type : FileType.values()) {
      List<HeldUnit> units = units(type, torn);
      units.sort(Comparator.comparing(HeldUnit::from).thenComparing(HeldUnit::to));
      all.addAll(withGaps(type, units));
    }
    return List.copyOf(all);
  }

  private List<HeldUnit> units(FileType type, Set<String> torn) throws IOException {
    List<HeldUnit> units = new ArrayList<>();
    Set<String> named = new HashSet<>();
    String prefix = ManifestStore.PREFIX + "firestream/" + type.label() + "/";
    List<LandingArea.Landed> landed = new LandingArea(store).files(type);
    for (ManifestStore.Entry entry : new ManifestStore(store).readAll(prefix, key -> true)) {
      Optional<HeldUnit> unit = unit(type, entry, torn, landed);
      unit.ifPresent(units::add);
      unit.ifPresent(found -> named.add(found.unit()));
    }
    for (LandingArea.Landed file : landed) {
      FirestreamUnit unit = file.unit();
      boolean covered =
          units.stream()
              .anyMatch(
                  other ->
                      other.state() == HeldUnit.State.COMPLETE
                          && !other.from().isAfter(unit.firstDay())
                          && !other.to().isBefore(unit.endDay()));
      if (!named.contains(unit.name()) && !covered) {
        units.add(landedOnly(unit, file.bytes(), torn));
      }
    }
    units.removeIf(unit -> days.isPresent() && !days.get().overlaps(unit.from(), unit.to()));
    return units;
  }

  private static HeldUnit landedOnly(FirestreamUnit unit, long bytes, Set<String> torn) {
    HeldUnit.State state = torn.contains(unit.name()) ? HeldUnit.State.TORN : HeldUnit.State.LANDED;
    return new HeldUnit(
        unit.source(),
        unit.type(),
        unit.name(),
        unit.firstDay(),
        unit.endDay(),
        state,
        0,
        0,
        0,
        bytes);
  }

  private static Optional<HeldUnit> unit(
      FileType type, ManifestStore.Entry entry, Set<String> torn, List<LandingArea.Landed> landed) {
    String file = entry.key().substring(entry.key().lastIndexOf('/') + 1);
    String label = file.substring(0, file.length() - ".json".length());
    if (!(entry instanceof ManifestStore.Entry.Readable readable)) {
      return FirestreamUnit.ofLabel(type, label)
          .map(
              unit ->
                  HeldUnit.nothing(
                      unit.source(),
                      unit.type(),
                      unit.name(),
                      unit.firstDay(),
                      unit.endDay(),
                      HeldUnit.State.UNREADABLE));
    }
    Manifest manifest = readable.manifest();
    String name = manifest.unit().name();
    if (manifest.absent().isPresent()) {
      Optional<LandingArea.Landed> own =
          landed.stream().filter(bytes -> bytes.unit().name().equals(name)).findFirst();
      return Optional.of(
          own.map(bytes -> landedOnly(bytes.unit(), bytes.bytes(), torn))
              .orElseGet(() -> counted(manifest, HeldUnit.State.ABSENT)));
    }
    return Optional.of(
        counted(manifest, torn.contains(name) ? HeldUnit.State.TORN : HeldUnit.State.COMPLETE));
  }

  private static HeldUnit counted(Manifest manifest, HeldUnit.State state) {
    Optional<Holding.Complete> complete = manifest.complete();
    return new HeldUnit(
        manifest.unit().source(),
        manifest.unit().type(),
        manifest.unit().name(),
        day(manifest.unit().from()),
        day(manifest.unit().to()),
        state,
        complete.map(held -> held.counts().rows()).orElse(0L),
        complete.map(held -> held.counts().rejected()).orElse(0L),
        complete.map(Holding.Complete::derivedBytes).orElse(0L),
        complete
            .map(held -> held.landed().stream().mapToLong(part -> part.bytes()).sum())
            .orElse(0L));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private List<HeldUnit> withGaps(FileType type, List<HeldUnit> units) {
    if (units.isEmpty() && days.isEmpty()) {
      return List.of();
    }
    LocalDate next = days.map(DayRange::from).orElseGet(() -> units.get(0).from());
    List<HeldUnit> all = new ArrayList<>();
    for (HeldUnit unit : units) {
      addMissing(type, next, unit.from(), all);
      all.add(unit);
      next = unit.to().isAfter(next) ? unit.to() : next;
    }
    if (days.isPresent()) {
      addMissing(type, next, days.get().to(), all);
    }
    return all;
  }

  private static void addMissing(FileType type, LocalDate from, LocalDate to, List<HeldUnit> all) {
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      all.add(
          HeldUnit.nothing(
              "firestream", type.label(), "", day, day.plusDays(1), HeldUnit.State.MISSING));
    }
  }
}

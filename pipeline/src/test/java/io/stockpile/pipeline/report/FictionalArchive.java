package io.stockpile.pipeline.report;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.IdHistory;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.RejectedFile;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.manifest.UnitCoverage;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.report.facts.ArchiveFacts;
import io.stockpile.pipeline.report.facts.SeriesFacts;
import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.unit.SeriesGuide;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.UnitLander;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An invented archive, with manifests like real ones. */
public final class FictionalArchive {
  private static final String SHA = "0".repeat(64);
  private static final Duration KEPT = Duration.ofDays(5);

  private final Instant now;
  private final List<SeriesFacts> series = new ArrayList<>();
  private long nextId = 1_000_000;

  public FictionalArchive(Instant now) {
    this.now = now;
  }

  /** An invented day of a series. */
  private record Day(InventoryEntry.State state, long lines, long rejected) {}

  /** Adds days to an invented series. */
  public final class Days {
    private final String name;
    private final String table;
    private final NavigableMap<LocalDate, Day> days = new TreeMap<>();
    private final Map<LocalDate, LocalDate> stragglers = new HashMap<>();

    private Days(String name, String table) {
      this.name = name;
      this.table = table;
    }

    public Days complete(LocalDate day, long lines) {
      days.put(day, new Day(InventoryEntry.State.COMPLETE, lines, 0));
      return this;
    }

    public Days rejecting(LocalDate day, long lines, long rejected) {
      days.put(day, new Day(InventoryEntry.State.COMPLETE, lines, rejected));
      return this;
    }

    /** Lets one of a day's lines belong to another day. */
    public Days straggler(LocalDate day, LocalDate happened) {
      stragglers.put(day, happened);
      return this;
    }

    public Days in(LocalDate day, InventoryEntry.State state) {
      days.put(day, new Day(state, 0, 0));
      return this;
    }

    public FictionalArchive end() {
      List<InventoryEntry> units = new ArrayList<>();
      days.forEach((day, what) -> units.add(unit(day, what)));
      series.add(facts(name, units));
      return FictionalArchive.this;
    }

    private InventoryEntry unit(LocalDate day, Day what) {
      Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant to = from.plus(Duration.ofDays(1));
      String unit = name.replace('/', '-') + "-" + day;
      UnitCoverage coverage = new UnitCoverage(unit, "s", "t", name, from, to);
      Optional<Manifest> manifest =
          switch (what.state()) {
            case COMPLETE -> Optional.of(manifest(coverage, day, what));
            case ABSENT ->
                Optional.of(
                    new Manifest(
                        coverage,
                        1,
                        "0.1.0",
                        now,
                        new ManifestContent.Absent(to, now, 2, "404 from the service")));
            default -> Optional.empty();
          };
      long landed = what.state() == InventoryEntry.State.LANDED ? 1234 : what.lines() * 120;
      return new InventoryEntry(name, unit, from, to, what.state(), landed, List.of(), manifest);
    }

    private Manifest manifest(UnitCoverage coverage, LocalDate day, Day what) {
      long rows = what.lines() - what.rejected();
      List<DataFile> files = new ArrayList<>();
      if (rows > 0) {
        long last = nextId + rows - 1;
        files.add(new DataFile("f-" + day, table, day, rows, rows * 97, SHA, nextId, last));
        nextId = last + 1;
      }
      LocalDate happened = stragglers.get(day);
      if (happened != null) {
        files.add(new DataFile("s-" + day, table, happened, 1, 97, SHA, 5, 5));
        rows++;
      }
      RejectedFile rejected =
          what.rejected() == 0
              ? RejectedFile.NONE
              : RejectedFile.of(
                  "_rejected/" + name + "/" + day + ".parquet",
                  what.rejected(),
                  2000,
                  SHA,
                  Map.of("malformed_json", what.rejected()));
      long lines = rows + what.rejected();
      LandedFacts landed =
          new LandedFacts("l-" + day, what.lines() * 120, SHA, what.lines() * 900, lines, 1);
      LineCounts counts = new LineCounts(lines, 0, 0, rows, 0, what.rejected());
      return new Manifest(
          coverage,
          1,
          "0.1.0",
          now,
          new ManifestContent.Derived(List.of(landed), counts, files, rejected));
    }
  }

  /** Begins a series of days. */
  public Days days(String name, String table) {
    return new Days(name, table);
  }

  /**
   * Adds a series of ranges whose source forgets everything after five days.
   *
   * @param runs for each range, its runs of minutes, which follow one another
   */
  public FictionalArchive ranges(String name, List<List<ReplayAccount.Minutes>> runs) {
    List<InventoryEntry> units = new ArrayList<>();
    Instant end = Instant.MAX;
    for (List<ReplayAccount.Minutes> range : runs) {
      Instant from = range.get(0).from();
      Instant to = range.get(range.size() - 1).to();
      if (from.isAfter(end)) {
        units.add(
            new InventoryEntry(
                name, "", end, from, InventoryEntry.State.MISSING, 0, List.of(), Optional.empty()));
      }
      end = to;
      boolean complete = range.stream().allMatch(ReplayAccount.Minutes::complete);
      long rows =
          60
              * range.stream()
                  .filter(ReplayAccount.Minutes::complete)
                  .mapToLong(run -> Duration.between(run.from(), run.to()).toMinutes())
                  .sum();
      Map<LocalDate, Long> byDay = new HashMap<>();
      byDay.put(LocalDate.ofInstant(from, ZoneOffset.UTC), rows);
      List<DataFile> files = new ArrayList<>();
      byDay.forEach(
          (day, count) ->
              files.add(
                  new DataFile("t-" + from, "twitter/tweets", day, count, count * 300, SHA, 1, 2)));
      Manifest manifest =
          new Manifest(
              new UnitCoverage(name + from, "s", "t", name, from, to),
              1,
              "0.1.0",
              now,
              new ManifestContent.Derived(
                  List.of(new LandedFacts("l" + from, 10, SHA, 20, rows, 1)),
                  new LineCounts(rows, 0, 0, rows, 0, 0),
                  files,
                  RejectedFile.NONE,
                  new ReplayAccount(List.of(), range, List.of(), null)));
      units.add(
          new InventoryEntry(
              name,
              name + from,
              from,
              to,
              complete ? InventoryEntry.State.COMPLETE : InventoryEntry.State.INCOMPLETE,
              rows * 500,
              range,
              Optional.of(manifest)));
    }
    series.add(facts(name, units));
    return this;
  }

  /** Adds a series of looks at a service, an hour apart, that bring records with ids. */
  public FictionalArchive looks(String name, int looks, IdHistory ids) {
    List<InventoryEntry> units = new ArrayList<>();
    for (int look = looks; look > 0; look--) {
      Instant from = now.minus(Duration.ofHours(look));
      Instant to = from.plusMillis(1);
      DataFile file =
          new DataFile(
              "o-" + from,
              "stocktwits/observed_messages",
              LocalDate.ofInstant(from, ZoneOffset.UTC),
              30,
              3000,
              SHA,
              1,
              2);
      Manifest manifest =
          new Manifest(
              new UnitCoverage(name + from, "s", "t", name, from, to),
              1,
              "0.1.0",
              now,
              new ManifestContent.Derived(
                  List.of(new LandedFacts("l" + from, 10, SHA, 20, 30, 1)),
                  new LineCounts(30, 0, 0, 30, 0, 0),
                  List.of(file),
                  RejectedFile.NONE));
      units.add(
          new InventoryEntry(
              name,
              name + from,
              from,
              to,
              InventoryEntry.State.COMPLETE,
              5000,
              List.of(),
              Optional.of(manifest)));
    }
    FictionalSource source = new FictionalSource(name, Optional.of(ids));
    series.add(new SeriesFacts(name, source, units, new Guide(source)));
    return this;
  }

  private static SeriesFacts facts(String name, List<InventoryEntry> units) {
    FictionalSource source = new FictionalSource(name, Optional.empty());
    return new SeriesFacts(name, source, units, new Guide(source));
  }

  public ArchiveFacts facts() {
    return facts("/data/archive");
  }

  public ArchiveFacts facts(String root) {
    return new ArchiveFacts(root, now, "0.1.0", series, List.of());
  }

  /** A source of looks at a service, or of minutes if its name says so, or else of days. */
  private record FictionalSource(String name, Optional<IdHistory> looks) implements Source {

    private boolean days() {
      return looks.isEmpty() && !name.contains("minutes");
    }

    @Override
    public boolean missesTime() {
      return looks.isEmpty();
    }

    @Override
    public IdHistory ids(List<Manifest> manifests) {
      return looks.orElse(IdHistory.NONE);
    }

    @Override
    public Optional<Duration> step() {
      return days() ? Optional.of(Duration.ofDays(1)) : Optional.empty();
    }

    @Override
    public String timeText(Instant instant) {
      String text = instant.toString();
      return days() ? text.substring(0, 10) : text.substring(0, 16) + "Z";
    }

    @Override
    public Set<String> series(ObjectStore store) {
      return Set.of(name);
    }

    @Override
    public Optional<ArchiveUnit> unit(String key) {
      return Optional.empty();
    }

    @Override
    public SeriesGuide guide(String series, ArchiveCommand command) {
      return new Guide(this);
    }

    @Override
    public LandedForm form() {
      return LandedForm.whole(Vocabulary.STOCKTWITS);
    }

    @Override
    public UnitLander.Factory landed() {
      throw new UnsupportedOperationException("Nothing of this archive was landed");
    }
  }

  /** The guide of a service that keeps days for ever and minutes for five days. */
  private record Guide(FictionalSource source) implements SeriesGuide {

    @Override
    public Optional<Obtainable> obtainable(Instant from, Instant to, Instant now) {
      if (source.days() || source.looks().isPresent()) {
        return Optional.of(Obtainable.always(from, to));
      }
      Instant oldest = now.minus(KEPT);
      Instant first = from.isAfter(oldest) ? from : oldest;
      return first.isBefore(to)
          ? Optional.of(
              new Obtainable(first, to, Optional.of(first.plus(KEPT)), Optional.of(to.plus(KEPT))))
          : Optional.empty();
    }

    @Override
    public String fetch(Instant from, Instant to) {
      return "./stockpile fetch " + range(from, to);
    }

    @Override
    public String replace(Instant from, Instant to) {
      return fetch(from, to) + " --onExisting=replace";
    }

    @Override
    public String derive(Instant from, Instant to) {
      return "./stockpile derive " + range(from, to);
    }

    private String range(Instant from, Instant to) {
      String first = source.timeText(from);
      return "--output=/data/archive --from=" + first + " --to=" + source.timeText(to);
    }
  }
}

package io.stockpile.pipeline.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.json.RecordFile;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.UnfinishedCommit;
import io.stockpile.pipeline.inventory.Inventory;
import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.jobs.erase.ErasureNotes;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.run.ArchiveRun;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.text.TextTable;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.SeriesGuide;
import io.stockpile.pipeline.unit.SeriesGuide.Obtainable;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.SourceCatalog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what an archive holds: one state, rows, rejects and bytes for each source and day or minute.
 */
public final class StatusJob {
  private static final int NAMED_UNITS = 5;

  private final StatusArgs args;
  private final SourceCatalog sources;
  private final Clock clock;
  private final PrintStream out;

  /**
   * @param sources whose units are listed
   * @param clock says what a service still has
   */
  public StatusJob(StatusArgs args, SourceCatalog sources, Clock clock, PrintStream out) {
    this.args = args;
    this.sources = sources;
    this.clock = clock;
    this.out = out;
  }

  /**
   * Reads and prints it. Changes nothing.
   *
   * @throws IOException when the archive cannot be read
   */
  public JobResult run() throws IOException, UsageException {
    try (ObjectStore store = ArchiveRun.open(args.output())) {
      List<InventoryEntry> units = new Inventory(sources, store, args.days()).read();
      List<UnfinishedCommit> unfinished =
          UnfinishedCommit.in(store).stream().filter(commit -> !commit.torn()).toList();
      List<Hole> holes = holes(units);
      if (args.json()) {
        printJson(store.root(), units, unfinished, holes);
      } else {
        printTable(store.root(), units, unfinished);
        ErasureNotes.of(store).forEach(out::println);
        print(holes);
      }
    }
    return JobResult.COMPLETE;
  }

  /** Ids of a series that nothing is held of. */
  private record Hole(String series, long above, long below, boolean forGood) {}

  private List<Hole> holes(List<InventoryEntry> units) {
    Map<String, List<Manifest>> bySeries = new LinkedHashMap<>();
    for (InventoryEntry unit : units) {
      List<Manifest> own = bySeries.computeIfAbsent(unit.series(), series -> new ArrayList<>());
      unit.manifest().ifPresent(own::add);
    }
    List<Hole> holes = new ArrayList<>();
    bySeries.forEach(
        (series, manifests) ->
            sources
                .ofSeries(series)
                .ids(manifests)
                .gaps()
                .forEach(
                    gap -> holes.add(new Hole(series, gap.above(), gap.below(), gap.forGood()))));
    return holes;
  }

  private void print(List<Hole> holes) {
    if (holes.isEmpty()) {
      return;
    }
    TextTable table = new TextTable(List.of("stream", "hole above id", "below id", "state"));
    for (Hole hole : holes) {
      table.row(
          List.of(
              HumanText.kind(hole.series()),
              hole.above() == 0 ? "" : Long.toString(hole.above()),
              Long.toString(hole.below()),
              hole.forGood() ? "for good: the service shows nothing that old" : "to be closed"));
    }
    out.println();
    table.print(out);
  }

  private void printTable(
      String root, List<InventoryEntry> units, List<UnfinishedCommit> unfinished) {
    if (units.isEmpty()) {
      out.println(root + " holds nothing.");
    } else {
      TextTable table =
          new TextTable(
              List.of(
                  "source",
                  "type",
                  "from",
                  "to",
                  "state",
                  "units",
                  "rows",
                  "rejected",
                  "bytes",
                  "landed"));
      List<InventoryEntry> run = new ArrayList<>();
      for (InventoryEntry unit : units) {
        if (!run.isEmpty() && !continues(run.get(run.size() - 1), unit)) {
          row(table, run);
          run.clear();
        }
        run.add(unit);
      }
      row(table, run);
      table.print(out);
      minutes(units);
      undeclared(units);
      erased(units);
    }
    for (UnfinishedCommit commit : unfinished) {
      out.println(
          commit.unit().name()
              + " is being committed, or was when something stopped; the next run"
              + " finishes it.");
    }
  }

  private boolean continues(InventoryEntry last, InventoryEntry next) {
    boolean same = last.series().equals(next.series()) && last.state() == next.state();
    return last.continuedBy(next) || (same && !sources.ofSeries(next.series()).missesTime());
  }

  /** Every minute of the units that have a missing one. */
  private void minutes(List<InventoryEntry> units) {
    TextTable table =
        new TextTable(List.of("stream", "from", "to", "minutes", "state", "requests", ""));
    boolean any = false;
    for (InventoryEntry unit : units) {
      boolean missing = unit.minutes().stream().anyMatch(run -> !run.complete());
      if (missing) {
        any = true;
        unit.minutes().forEach(run -> table.row(minutes(unit, run)));
      }
    }
    if (any) {
      out.println();
      table.print(out);
    }
  }

  /** Names units that may be cut without a trace, the first few of them. */
  private void undeclared(List<InventoryEntry> units) {
    List<String> names =
        units.stream()
            .filter(unit -> unit.manifest().filter(Manifest::lengthUndeclared).isPresent())
            .map(InventoryEntry::unit)
            .toList();
    if (!names.isEmpty()) {
      List<String> first = names.subList(0, Math.min(names.size(), NAMED_UNITS));
      int more = names.size() - first.size();
      out.println(
          "No answer said how long these files are, so lines may be missing; the next backfill"
              + " fetches them again: "
              + String.join(", ", first)
              + (more == 0 ? "" : " and " + HumanText.count(more) + " more")
              + ".");
    }
  }

  private void erased(List<InventoryEntry> units) {
    long lines = units.stream().mapToLong(InventoryEntry::erased).sum();
    if (lines > 0) {
      long changed = units.stream().filter(unit -> unit.erased() > 0).count();
      out.println(
          HumanText.count(lines, "line")
              + " of "
              + HumanText.count(changed, "unit")
              + (lines == 1 ? " was" : " were")
              + " erased, as _erasures says.");
    }
  }

  private List<String> minutes(InventoryEntry unit, ReplayAccount.Minutes run) {
    return List.of(
        HumanText.kind(unit.series()),
        Minutes.text(run.from()),
        Minutes.text(run.to()),
        HumanText.count(Duration.between(run.from(), run.to()).toMinutes()),
        run.complete() ? "complete" : "missing",
        HumanText.count(run.attempts()),
        run.complete() ? "" : obtainable(guide(unit.series()), run.from(), run.to()));
  }

  private SeriesGuide guide(String series) {
    return sources.ofSeries(series).guide(series, new ArchiveCommand(args.output()));
  }

  /** Until when missing minutes can still be had. */
  private String obtainable(SeriesGuide guide, Instant from, Instant to) {
    Optional<Obtainable> rest = guide.obtainable(from, to, clock.instant());
    if (rest.isEmpty()) {
      return "forgotten";
    }
    boolean all = rest.get().from().equals(from);
    return (all ? rest.get().until() : rest.get().gone())
        .map(
            end ->
                (all ? "to be had until " : "partly forgotten; the last to be had until ")
                    + Minutes.text(end))
        .orElse("");
  }

  private void row(TextTable table, List<InventoryEntry> run) {
    InventoryEntry first = run.get(0);
    Source source = sources.ofSeries(first.series());
    table.row(
        List.of(
            first.source(),
            HumanText.kind(first.series()),
            source.timeText(first.from()),
            source.timeText(run.get(run.size() - 1).to()),
            first.state().word(),
            HumanText.count(run.size()),
            HumanText.count(run.stream().mapToLong(InventoryEntry::rows).sum()),
            HumanText.count(run.stream().mapToLong(InventoryEntry::rejected).sum()),
            HumanText.count(run.stream().mapToLong(InventoryEntry::bytes).sum()),
            HumanText.count(run.stream().mapToLong(InventoryEntry::landedBytes).sum())));
  }

  private void printJson(
      String root,
      List<InventoryEntry> units,
      List<UnfinishedCommit> unfinished,
      List<Hole> holes) {
    StatusFile status =
        new StatusFile(
            1,
            root,
            units.stream().map(StatusFile.Entry::of).toList(),
            unfinished.stream().map(commit -> commit.unit().name()).toList(),
            holes);
    out.print(new String(RecordFile.write(status), StandardCharsets.UTF_8));
  }

  /** What scripts read. */
  private record StatusFile(
      int version,
      String root,
      List<Entry> units,
      List<String> unfinishedCommits,
      @JsonInclude(Include.NON_EMPTY) List<Hole> holes) {

    /** One unit, or time that no unit covers. */
    private record Entry(
        String source,
        String type,
        String series,
        Instant from,
        Instant to,
        InventoryEntry.State state,
        @JsonInclude(Include.NON_EMPTY) String unit,
        long rows,
        long rejected,
        @JsonInclude(Include.NON_DEFAULT) long erased,
        long bytes,
        long landedBytes,
        @JsonInclude(Include.NON_EMPTY) List<ReplayAccount.Minutes> minutes) {

      static Entry of(InventoryEntry unit) {
        return new Entry(
            unit.source(),
            unit.series().split("/", -1)[1],
            unit.series(),
            unit.from(),
            unit.to(),
            unit.state(),
            unit.unit(),
            unit.rows(),
            unit.rejected(),
            unit.erased(),
            unit.bytes(),
            unit.landedBytes(),
            unit.minutes());
      }
    }
  }
}

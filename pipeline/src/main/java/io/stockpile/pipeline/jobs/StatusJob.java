package io.stockpile.pipeline.jobs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.replay.Availability;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.UnfinishedCommit;
import io.stockpile.pipeline.inventory.HeldUnit;
import io.stockpile.pipeline.inventory.HeldUnits;
import io.stockpile.pipeline.manifest.RecordWriter;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.run.ArchiveJob;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.text.TextTable;
import io.stockpile.pipeline.text.Words;
import io.stockpile.pipeline.unit.JobResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what an archive holds: one state, rows, rejects and bytes for each source and day or minute.
 */
public final class StatusJob {
  private final StatusArgs args;
  private final Clock clock;
  private final PrintStream out;

  /**
   * @param clock says what Replay still has
   */
  public StatusJob(StatusArgs args, Clock clock, PrintStream out) {
    this.args = args;
    this.clock = clock;
    this.out = out;
  }

  /**
   * Reads and prints it. Changes nothing.
   *
   * @throws IOException when the archive cannot be read
   */
  public JobResult run() throws IOException, UsageException {
    try (ObjectStore store = ArchiveJob.open(args.output())) {
      List<HeldUnit> units = new HeldUnits(store, clock, args.days()).read();
      List<UnfinishedCommit> unfinished =
          UnfinishedCommit.in(store).stream().filter(commit -> !commit.torn()).toList();
      if (args.json()) {
        printJson(store.root(), units, unfinished);
      } else {
        printTable(store.root(), units, unfinished);
      }
    }
    return JobResult.COMPLETE;
  }

  private void printTable(String root, List<HeldUnit> units, List<UnfinishedCommit> unfinished) {
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
      List<HeldUnit> run = new ArrayList<>();
      for (HeldUnit unit : units) {
        if (!run.isEmpty() && !run.get(run.size() - 1).continuedBy(unit)) {
          row(table, run);
          run.clear();
        }
        run.add(unit);
      }
      row(table, run);
      table.print(out);
      minutes(units);
    }
    for (UnfinishedCommit commit : unfinished) {
      out.println(
          commit.unit().name()
              + " is being committed, or was when something stopped; the next run"
              + " finishes it.");
    }
  }

  /** Every minute of the spans of Replay that have a missing one. */
  private void minutes(List<HeldUnit> units) {
    TextTable table =
        new TextTable(List.of("stream", "from", "to", "minutes", "state", "requests", ""));
    boolean any = false;
    for (HeldUnit unit : units) {
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

  private List<String> minutes(HeldUnit unit, ReplayAccount.Minutes run) {
    return List.of(
        Words.kind(unit.series()),
        Minutes.text(run.from()),
        Minutes.text(run.to()),
        Words.count(Duration.between(run.from(), run.to()).toMinutes()),
        run.state(),
        Words.count(run.attempts()),
        run.complete() ? "" : note(run));
  }

  private String note(ReplayAccount.Minutes run) {
    Instant first = Availability.forgottenAt(run.from());
    Instant last = Availability.forgottenAt(run.to().minus(1, ChronoUnit.MINUTES));
    Instant now = clock.instant();
    if (!last.isAfter(now)) {
      return "forgotten";
    }
    return first.isAfter(now)
        ? "to be had until " + Minutes.text(first)
        : "partly forgotten; the last to be had until " + Minutes.text(last);
  }

  private static void row(TextTable table, List<HeldUnit> run) {
    HeldUnit first = run.get(0);
    table.row(
        List.of(
            first.source(),
            Words.kind(first.series()),
            Words.time(first.source(), first.from()),
            Words.time(first.source(), run.get(run.size() - 1).to()),
            first.state().word(),
            Words.count(run.size()),
            Words.count(run.stream().mapToLong(HeldUnit::rows).sum()),
            Words.count(run.stream().mapToLong(HeldUnit::rejected).sum()),
            Words.count(run.stream().mapToLong(HeldUnit::bytes).sum()),
            Words.count(run.stream().mapToLong(HeldUnit::landedBytes).sum())));
  }

  private void printJson(String root, List<HeldUnit> units, List<UnfinishedCommit> unfinished) {
    ObjectNode json = RecordWriter.object();
    json.put("version", 1).put("root", root);
    ArrayNode array = json.putArray("units");
    for (HeldUnit unit : units) {
      ObjectNode object = array.addObject();
      object
          .put("source", unit.source())
          .put("type", unit.series().split("/", -1)[1])
          .put("series", unit.series())
          .put("from", unit.from().toString())
          .put("to", unit.to().toString())
          .put("state", unit.state().word());
      if (!unit.unit().isEmpty()) {
        object.put("unit", unit.unit());
      }
      object
          .put("rows", unit.rows())
          .put("rejected", unit.rejected())
          .put("bytes", unit.bytes())
          .put("landed_bytes", unit.landedBytes());
      if (!unit.minutes().isEmpty()) {
        ArrayNode minutes = object.putArray("minutes");
        for (ReplayAccount.Minutes run : unit.minutes()) {
          minutes
              .addObject()
              .put("from", Minutes.text(run.from()))
              .put("to", Minutes.text(run.to()))
              .put("state", run.state())
              .put("attempts", run.attempts());
        }
      }
    }
    ArrayNode commits = json.putArray("unfinished_commits");
    unfinished.forEach(commit -> commits.add(commit.unit().name()));
    out.print(new String(RecordWriter.bytes(json), StandardCharsets.UTF_8));
  }
}

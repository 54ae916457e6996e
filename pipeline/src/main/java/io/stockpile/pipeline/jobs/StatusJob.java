package io.stockpile.pipeline.jobs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.RecordWriter;
import io.stockpile.pipeline.archive.UnfinishedCommit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Says what an archive holds: one state, rows, rejects and bytes for each source and day. */
public final class StatusJob {
  private final StatusArgs args;
  private final PrintStream out;

  public StatusJob(StatusArgs args, PrintStream out) {
    this.args = args;
    this.out = out;
  }

  /**
   * Reads and prints it. Changes nothing.
   *
   * @throws IOException when the archive cannot be read
   */
  public JobResult run() throws IOException, UsageException {
    try (ObjectStore store = FirestreamJob.open(args.output())) {
      List<HeldUnit> units = new HeldUnits(store, args.days()).read();
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
    }
    for (UnfinishedCommit commit : unfinished) {
      out.println(
          commit.unit().name()
              + " is being committed, or was when something stopped; the next run"
              + " finishes it.");
    }
  }

  private static void row(TextTable table, List<HeldUnit> run) {
    HeldUnit first = run.get(0);
    table.row(
        List.of(
            first.source(),
            first.type(),
            first.from().toString(),
            run.get(run.size() - 1).to().toString(),
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
          .put("type", unit.type())
          .put("from", unit.from() + "T00:00:00Z")
          .put("to", unit.to() + "T00:00:00Z")
          .put("state", unit.state().word());
      if (!unit.unit().isEmpty()) {
        object.put("unit", unit.unit());
      }
      object
          .put("rows", unit.rows())
          .put("rejected", unit.rejected())
          .put("bytes", unit.bytes())
          .put("landed_bytes", unit.landedBytes());
    }
    ArrayNode commits = json.putArray("unfinished_commits");
    unfinished.forEach(commit -> commits.add(commit.unit().name()));
    out.print(new String(RecordWriter.bytes(json), StandardCharsets.UTF_8));
  }
}

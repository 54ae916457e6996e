package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteSet;
import io.stockpile.connectors.replay.units.ReplaySpans;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.run.ArchiveJob;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.PlanReport;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gnip Replay → archive, every gap asked for again; or what that would do. */
public final class ReplayJob {
  private final ReplayArgs args;
  private final JobContext context;

  public ReplayJob(ReplayArgs args, JobContext context) {
    this.args = args;
    this.context = context;
  }

  /**
   * Runs it to its end. One unit's failure stops no other.
   *
   * @throws UsageException when it cannot begin as it was asked for; nothing was changed then
   * @throws IOException when the archive cannot be read
   */
  public JobResult run() throws IOException, UsageException {
    try (ObjectStore store = ArchiveJob.open(args.output())) {
      List<ReplayUnit> units =
          ReplaySpans.split(
              args.stream(), args.range(), args.replay().stream().requestSpan(), known(store));
      ArchiveJob job = new ArchiveJob(context, store, args.onExisting());
      List<PlannedUnit> planned = job.look(units);
      ReplayOutlook outlook =
          ReplayOutlook.of(args, planned, store, context.surroundings().clock().instant());
      Optional<String> credentials = context.missing(args.replay().stream().credentials());
      if (args.dryRun()) {
        new PlanReport(context.out(), store.root())
            .print(asked(), planned, args.onExisting(), args.derive());
        outlook.print(context.out(), store, context.surroundings());
        context
            .out()
            .println(
                "Credentials "
                    + args.replay().stream().credentials()
                    + ": "
                    + credentials.orElse("found"));
        return JobResult.COMPLETE;
      }
      if (context.workersHere() && credentials.isPresent() && outlook.requests() > 0) {
        throw new UsageException(
            "Option --replayCredentials is "
                + args.replay().stream().credentials()
                + ": "
                + credentials.get());
      }
      outlook.notices().forEach(context.out()::println);
      boolean afresh = args.onExisting() == OnExisting.REPLACE;
      return job.run(
          "replay",
          asked(),
          units,
          ArchiveJob.settings(
              context, args.output(), FirestreamSettings.defaults(), args.replay(), args.derive()),
          unit -> new UnitWork.Source.Stream(afresh));
    }
  }

  /** The units of the stream that the archive knows of. */
  private Set<ReplayUnit> known(ObjectStore store) throws IOException {
    Set<ReplayUnit> known = new HashSet<>();
    MinuteSet held = MinuteSet.empty();
    for (StoredObject manifest : store.list(ReplayUnit.manifestPrefix(args.stream()))) {
      Optional<ReplayUnit> unit = ReplayUnit.ofKey(args.stream(), manifest.key());
      if (unit.isPresent() && known.add(unit.get())) {
        held = held.union(MinuteSet.of(unit.get().range()));
      }
    }
    ReplayAttempts attempts = new ReplayAttempts(store, context.surroundings().clock());
    for (ReplayUnit landed : attempts.units(args.stream())) {
      // What another unit holds by now must not come in a second time.
      if (!held.touches(landed.range())) {
        known.add(landed);
      }
    }
    return known;
  }

  private String asked() {
    MinuteRange range = args.range();
    return "Replay " + args.stream() + " of " + range;
  }
}

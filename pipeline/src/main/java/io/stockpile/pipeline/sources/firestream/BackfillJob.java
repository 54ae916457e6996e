package io.stockpile.pipeline.sources.firestream;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.run.ArchiveJob;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.PlanReport;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.replay.ReplayWork;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Firestream backups → archive; or what that would do. */
public final class BackfillJob {
  private final BackfillArgs args;
  private final JobContext context;

  public BackfillJob(BackfillArgs args, JobContext context) {
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
    List<FirestreamUnit> units = units();
    try (ObjectStore store = ArchiveJob.open(args.output())) {
      ArchiveJob job = new ArchiveJob(context, store, args.onExisting());
      List<PlannedUnit> planned = job.look(units);
      Optional<String> credentials = context.missing(args.firestream().credentials());
      if (args.dryRun()) {
        new PlanReport(context.out(), store.root())
            .print(asked(), planned, args.onExisting(), args.derive());
        PlanReport.requests(context.out(), planned, args, credentials);
        return JobResult.COMPLETE;
      }
      if (context.workersHere() && credentials.isPresent() && asksTheService(planned)) {
        throw new UsageException(
            "Option --firestreamCredentials is "
                + args.firestream().credentials()
                + ": "
                + credentials.get());
      }
      return job.run(
          "backfill",
          asked(),
          units,
          ArchiveJob.settings(
              context, args.output(), args.firestream(), ReplayWork.DEFAULTS, args.derive()),
          unit -> new UnitWork.Source.Service());
    }
  }

  private List<FirestreamUnit> units() {
    List<FirestreamUnit> units = new ArrayList<>();
    for (LocalDate day : args.days().days().toList()) {
      for (FileType type : args.fileTypes()) {
        units.add(FirestreamUnit.ofDay(type, day));
      }
    }
    return units;
  }

  private boolean asksTheService(List<PlannedUnit> planned) {
    return planned.stream()
        .filter(unit -> unit.settled().isEmpty())
        .anyMatch(
            unit ->
                !unit.landed()
                    || unit.lengthUndeclared()
                    || args.onExisting() == OnExisting.REPLACE);
  }

  private String asked() {
    String types =
        args.fileTypes().stream().map(FileType::label).collect(Collectors.joining(" and "));
    return "Firestream " + types + " of " + args.days();
  }
}

package io.stockpile.pipeline.sources.firestream;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.run.ArchiveRun;
import io.stockpile.pipeline.run.Forecast;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.Order;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitLander;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings Firestream's backup files into the archive, or prints what that would do. */
public final class BackfillJob implements Order {
  private final BackfillArgs args;
  private final JobContext context;

  public BackfillJob(BackfillArgs args, JobContext context) {
    this.args = args;
    this.context = context;
  }

  /**
   * Runs the command. A unit that fails does not stop the others.
   *
   * @throws UsageException when the arguments do not allow it to begin; nothing was changed then
   * @throws IOException when the archive cannot be read
   */
  public JobResult run() throws IOException, UsageException {
    return new ArchiveRun(context, args.run()).carryOut(this);
  }

  @Override
  public String command() {
    return "backfill";
  }

  @Override
  public String asked() {
    String types =
        args.fileTypes().stream().map(FileType::label).collect(Collectors.joining(" and "));
    return "Firestream " + types + " of " + args.days();
  }

  @Override
  public List<FirestreamUnit> units(ObjectStore store) {
    List<FirestreamUnit> units = new ArrayList<>();
    for (LocalDate day : args.days().days().toList()) {
      for (FileType type : args.fileTypes()) {
        units.add(FirestreamUnit.ofDay(type, day));
      }
    }
    return units;
  }

  private boolean again() {
    return args.run().onExisting() == OnExisting.REPLACE;
  }

  @Override
  public UnitWork.From from(PlannedUnit unit) {
    return new UnitWork.From.Service(again());
  }

  @Override
  public Map<String, UnitLander.Factory> landers() {
    return Map.of(Firestream.NAME, Firestream.landing(args.firestream()));
  }

  @Override
  public Forecast forecast(List<PlannedUnit> planned, ObjectStore store) {
    long fetches =
        planned.stream()
            .filter(unit -> unit.settled().isEmpty())
            .filter(unit -> again() || !unit.landed() || unit.lengthUndeclared())
            .count();
    String requests =
        "Requests to "
            + args.firestream().url()
            + ": "
            + HumanText.count(fetches)
            + ", and as many downloads, "
            + args.firestream().downloads()
            + " at a time. No rate limit is published, so there is no minimum time";
    return new Forecast(
        List.of(requests),
        List.of(),
        fetches > 0,
        Optional.of(new Forecast.Login("firestreamCredentials", args.firestream().credentials())));
  }
}

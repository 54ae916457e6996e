package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.connectors.budget.RequestBudget;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.stocktwits.ApiLogin;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.stocktwits.Page;
import io.stockpile.connectors.stocktwits.sweeps.SweepUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.manifest.IdHistory;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Brings pages of StockTwits' REST API into the archive, or prints what that would do. An object is
 * used for one run.
 */
public final class CollectJob implements Order {
  private final CollectArgs args;
  private final JobContext context;
  private List<SweepPlanner.StreamPlan> plans = List.of();

  public CollectJob(CollectArgs args, JobContext context) {
    this.args = args;
    this.context = context;
  }

  /**
   * Runs the command. A stream that fails does not stop the others.
   *
   * @throws UsageException when the arguments do not allow it to begin; nothing was changed then
   * @throws IOException when the archive cannot be read
   */
  public JobResult run() throws IOException, UsageException {
    return new ArchiveRun(context, args.run()).carryOut(this);
  }

  @Override
  public String command() {
    return "collect";
  }

  @Override
  public String asked() {
    return "StockTwits API, "
        + args.streams().stream().map(ApiStream::toString).collect(Collectors.joining(", "));
  }

  @Override
  public List<SweepUnit> units(ObjectStore store) throws IOException, UsageException {
    Surroundings surroundings = context.surroundings();
    requireToken(surroundings);
    plans =
        new SweepPlanner(args.api(), store, surroundings.clock().instant(), !args.run().dryRun())
            .plan(args.streams());
    return sweeps().stream().map(sweep -> sweep.goal().unit()).toList();
  }

  private void requireToken(Surroundings surroundings) throws UsageException {
    Optional<String> missing = ApiLogin.find(args.api(), surroundings).missing();
    Collection<ApiStream> needing = ApiLogin.needing(args.streams());
    if (context.workersHere()
        && !args.run().dryRun()
        && missing.isPresent()
        && !needing.isEmpty()) {
      throw new UsageException(
          "Option --apiCredentials is %s: %s These streams are shown to no one without a token: %s"
              .formatted(
                  args.api().credentials(),
                  missing.get(),
                  needing.stream().map(ApiStream::toString).collect(Collectors.joining(", "))));
    }
  }

  private List<PlannedSweep> sweeps() {
    return plans.stream().flatMap(plan -> plan.sweeps().stream()).toList();
  }

  @Override
  public UnitWork.From from(PlannedUnit unit) {
    return new UnitWork.From.Service(false);
  }

  @Override
  public Map<String, UnitLander.Factory> landers() {
    return Map.of(
        StockTwitsApi.NAME, new SweepUnitLander.Factory(args.api(), new ArrayList<>(sweeps())));
  }

  @Override
  public Forecast forecast(List<PlannedUnit> planned, ObjectStore store) throws IOException {
    List<String> lines = new ArrayList<>();
    for (SweepPlanner.StreamPlan plan : plans) {
      lines.add(plan.state().stream() + ": " + held(plan.state()));
      for (PlannedSweep sweep : plan.sweeps()) {
        lines.add("  " + goal(sweep));
      }
    }
    ApiLogin login = ApiLogin.find(args.api(), context.surroundings());
    RequestBudget budget = login.budget(args.api(), store, context.surroundings());
    Instant now = context.surroundings().clock().instant();
    Instant next = budget.nextAt();
    lines.add(
        "Requests to "
            + args.api().url()
            + ": "
            + HumanText.count(budget.left())
            + " are left"
            + (next.isAfter(now)
                ? ", the next is allowed at " + next.truncatedTo(ChronoUnit.SECONDS)
                : "")
            + "; a run waits for more at most "
            + HumanText.duration(args.api().maxWait())
            + " in all");
    lines.add(
        "Token "
            + args.api().credentials()
            + ": "
            + login.missing().map(why -> "none. " + why).orElse("found"));
    return new Forecast(lines, List.of(), true, Optional.empty());
  }

  private static String held(StreamState state) {
    long newest = state.history().newest();
    String held =
        newest == Page.NOTHING ? "nothing is held with an id" : "held up to the id " + newest;
    List<IdHistory.Gap> holes = state.history().holes();
    return held
        + (holes.isEmpty()
            ? ""
            : ", but " + holes.stream().map(CollectJob::text).collect(Collectors.joining(" and ")));
  }

  private static String text(IdHistory.Gap hole) {
    String ids =
        hole.above() == Page.NOTHING
            ? "ids below " + hole.below()
            : "ids above " + hole.above() + " and below " + hole.below();
    return ids + (hole.forGood() ? " (for good: the service shows nothing that old)" : "");
  }

  private static String goal(PlannedSweep sweep) {
    long below = sweep.goal().below();
    long floor = sweep.goal().floor();
    return (below == Page.NEWEST ? "from the newest page back" : "from the id " + below + " back")
        + (floor == Page.NOTHING ? "" : " to the id " + floor);
  }
}

package io.stockpile.pipeline.run;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.archive.CommitEnding;
import io.stockpile.pipeline.archive.FormerFiles;
import io.stockpile.pipeline.archive.Ledger;
import io.stockpile.pipeline.catalog.CatalogChoice;
import io.stockpile.pipeline.catalog.CatalogRefusedException;
import io.stockpile.pipeline.catalog.Publication;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.inventory.UnitPlanner;
import io.stockpile.pipeline.summary.PlanReport;
import io.stockpile.pipeline.summary.RunSummary;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.WorkerSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out a command's order, or prints the plan for it. It looks up what the archive holds of
 * the units, finishes commits that earlier runs began, works on the units that are left, and prints
 * the summary.
 */
public final class ArchiveRun {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveRun.class);

  private final JobContext context;
  private final RunArgs args;

  public ArchiveRun(JobContext context, RunArgs args) {
    this.context = context;
    this.args = args;
  }

  /**
   * Opens an archive.
   *
   * @throws UsageException when the user's location is not a valid archive
   */
  public static ObjectStore open(StoreLocation location) throws IOException, UsageException {
    try {
      return ObjectStores.open(location);
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --output: " + e.getMessage(), e);
    }
  }

  /**
   * Carries out an order. A unit that fails does not stop the others.
   *
   * @throws UsageException when the arguments do not allow it to begin; nothing was changed then
   * @throws IOException when the archive cannot be read
   */
  public JobResult carryOut(Order order) throws IOException, UsageException {
    try (ObjectStore store = open(args.output())) {
      UnitPlanner planner =
          new UnitPlanner(store, context.surroundings().clock(), order::isCurrent);
      List<? extends ArchiveUnit> units = order.units(store);
      List<PlannedUnit> planned = look(order, planner, units);
      if (planned.isEmpty()) {
        context.out().println(order.nothing(store.root()));
        return args.dryRun() ? JobResult.COMPLETE : publish(store);
      }
      Forecast forecast = order.forecast(planned, store);
      Optional<String> missing =
          forecast.credentials().flatMap(login -> context.missing(login.reference()));
      if (args.dryRun()) {
        plan(order, store.root(), planned, forecast, missing);
        return JobResult.COMPLETE;
      }
      if (context.workersHere() && missing.isPresent() && forecast.requests()) {
        Forecast.Login login = forecast.credentials().orElseThrow();
        throw new UsageException(
            "Option --" + login.option() + " is " + login.reference() + ": " + missing.get());
      }
      Optional<JobResult> refusal = checkPublication(order, store);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      forecast.notices().forEach(context.out()::println);
      Instant start = context.surroundings().clock().instant();
      Map<String, CommitEnding> recovered = planner.recover(units);
      recovered.forEach(
          (name, ending) -> LOG.info("{}: a commit that was under way ended: {}", name, ending));
      return work(
          order,
          store,
          planner,
          recovered.isEmpty() ? planned : look(order, planner, units),
          start);
    }
  }

  private List<PlannedUnit> look(
      Order order, UnitPlanner planner, List<? extends ArchiveUnit> units) throws IOException {
    return planner.plan(units, args.onExisting()).stream().filter(order::concerns).toList();
  }

  private void plan(
      Order order,
      String root,
      List<PlannedUnit> planned,
      Forecast forecast,
      Optional<String> missing) {
    new PlanReport(context.out(), root)
        .print(order.asked(), planned, args.onExisting(), args.derive());
    forecast.plan().forEach(context.out()::println);
    forecast
        .credentials()
        .ifPresent(
            login ->
                context
                    .out()
                    .println("Credentials " + login.reference() + ": " + missing.orElse("found")));
  }

  private JobResult work(
      Order order, ObjectStore store, UnitPlanner planner, List<PlannedUnit> planned, Instant start)
      throws IOException {
    if (args.onExisting() == OnExisting.FAIL) {
      Optional<JobResult> refusal = refuseHeld(store.root(), planned);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    List<PlannedUnit> toDo = planned.stream().filter(unit -> unit.settled().isEmpty()).toList();
    Set<ArchiveUnit> alone = planner.begin(context.run(), toDo);
    List<UnitWork> work =
        toDo.stream()
            .map(unit -> unit.work(alone.contains(unit.unit()), order.from(unit)))
            .toList();
    Map<ArchiveUnit, UnitOutcome> outcomes = new HashMap<>();
    planned.forEach(
        unit -> unit.settled().ifPresent(outcome -> outcomes.put(unit.unit(), outcome)));
    List<ArchiveUnit> units = planned.stream().map(PlannedUnit::unit).toList();
    WorkerSettings settings =
        new WorkerSettings(
            args.output(),
            args.derive(),
            context.run(),
            Runtime.getRuntime().availableProcessors(),
            order.onlyErased(),
            leavesFormer(order),
            order.landers());
    String name = JobName.of(order.command(), units);
    if (!context.workersHere() && HandedOverJob.isAskedFor(context.pipelineOptions().named(name))) {
      return new HandedOverJob(context.pipelineOptions().named(name), context.out())
          .write(order.asked(), store.root(), work, settings);
    }
    for (UnitOutcome outcome : new RunnerJob(context, settings, store, name).run(work)) {
      outcomes.put(outcome.unit(), outcome);
    }
    end(planner, toDo);
    Duration took = Duration.between(start, context.surroundings().clock().instant());
    List<UnitOutcome> inOrder = units.stream().map(outcomes::get).toList();
    order.ended(inOrder);
    return new RunSummary(context.out(), settings::aboutAbsent)
        .print(order.asked(), store.root(), inOrder, took)
        .or(publish(store));
  }

  /** Checks before the run begins that its tables can be published at the end. */
  private Optional<JobResult> checkPublication(Order order, ObjectStore store)
      throws IOException, UsageException {
    if (args.publish().isEmpty()) {
      return Optional.empty();
    }
    if (!context.workersHere()
        && HandedOverJob.isAskedFor(context.pipelineOptions().named(order.command()))) {
      throw new UsageException(
          "Option --publish publishes at the end of the run, and this process hands the run over"
              + " and does not wait for it. Run `stockpile catalog` when it has ended.");
    }
    try {
      Publication.check(store, args.output(), args.publish().get(), context.surroundings());
      return Optional.empty();
    } catch (CatalogRefusedException e) {
      if (e.isOfCredentials()) {
        context.out().println("Refused: " + e.getMessage() + ". Nothing was started.");
        return Optional.of(JobResult.REFUSED);
      }
      throw new UsageException(e.getMessage(), e);
    }
  }

  /**
   * Whether replaced files stay until the tables are published. Not when erasing: what is erased
   * must go at once, even if a catalog still names it.
   */
  private boolean leavesFormer(Order order) {
    return args.publish().isPresent() && !order.onlyErased();
  }

  /**
   * Publishes the tables, and then removes the files that the published ones replace.
   *
   * @return whether all tables now are as the manifests say
   * @throws CatalogRefusedException when the tables cannot be published in the catalog
   */
  public static boolean publish(
      ObjectStore store, StoreLocation location, CatalogChoice catalog, JobContext context)
      throws IOException, CatalogRefusedException {
    FormerFiles former = FormerFiles.left(store);
    boolean published =
        Publication.publish(store, location, catalog, context.surroundings(), context.out());
    if (published) {
      former.remove();
    }
    return published;
  }

  /**
   * Publishes the tables if the arguments ask for it. A failure changes nothing about the units
   * that were committed.
   */
  private JobResult publish(ObjectStore store) {
    if (args.publish().isEmpty()) {
      return JobResult.COMPLETE;
    }
    try {
      return publish(store, args.output(), args.publish().get(), context)
          ? JobResult.COMPLETE
          : JobResult.FAILED;
    } catch (IOException | CatalogRefusedException | RuntimeException e) {
      LOG.debug("The tables cannot be published", e);
      context
          .out()
          .println(
              "Failed: the tables could not be published: "
                  + Failures.inOneLine(e)
                  + ". What the archive holds is held; run `stockpile catalog`.");
      return JobResult.FAILED;
    }
  }

  private void end(UnitPlanner planner, List<PlannedUnit> done) {
    try {
      planner.end(context.run(), done);
    } catch (IOException e) {
      // A mark that stays is harmless: it only says which run looked last, and the next run
      // overwrites it.
      LOG.debug("The marks of this run cannot be removed", e);
    }
  }

  private Optional<JobResult> refuseHeld(String root, List<PlannedUnit> planned) {
    List<String> held =
        planned.stream()
            .filter(
                unit ->
                    unit.state() instanceof Ledger.State.Held
                        || unit.state() instanceof Ledger.State.CoveredBy
                        || unit.state() instanceof Ledger.State.Overlapped)
            .map(unit -> unit.unit().name())
            .toList();
    if (held.isEmpty()) {
      return Optional.empty();
    }
    context
        .out()
        .println(
            "Failed: --onExisting=fail, and "
                + root
                + " already holds "
                + HumanText.shortList(held)
                + ". Nothing was started.");
    return Optional.of(JobResult.FAILED);
  }
}

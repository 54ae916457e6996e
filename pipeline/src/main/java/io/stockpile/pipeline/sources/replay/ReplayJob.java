package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.units.MinuteSet;
import io.stockpile.connectors.replay.units.ReplaySpans;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.run.ArchiveRun;
import io.stockpile.pipeline.run.Forecast;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.Order;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitLander;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings spans of a Replay stream into the archive and requests every gap again, or prints what
 * that would do.
 */
public final class ReplayJob implements Order {
  private final ReplayArgs args;
  private final JobContext context;

  public ReplayJob(ReplayArgs args, JobContext context) {
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
    return "replay";
  }

  @Override
  public String asked() {
    return "Replay " + args.stream() + " of " + args.range();
  }

  @Override
  public List<ReplayUnit> units(ObjectStore store) throws IOException {
    return ReplaySpans.split(
        args.stream(), args.range(), args.replay().stream().requestSpan(), known(store));
  }

  @Override
  public UnitWork.From from(PlannedUnit unit) {
    return new UnitWork.From.Service(args.run().onExisting() == OnExisting.REPLACE);
  }

  @Override
  public Map<String, UnitLander.Factory> landers() {
    return Map.of(Replay.NAME, new ReplayUnitLander.Factory(args.replay()));
  }

  @Override
  public Forecast forecast(List<PlannedUnit> planned, ObjectStore store) throws IOException {
    return new ReplayOutlook(args, store, context.surroundings()).of(planned);
  }

  /** The units of the stream that have a manifest or were landed. */
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
      // A landed range that another unit holds now must not be in the archive twice.
      if (!held.touches(landed.range())) {
        known.add(landed);
      }
    }
    return known;
  }
}

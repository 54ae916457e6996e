package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.connectors.stocktwits.ApiSettings;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.stocktwits.Page;
import io.stockpile.connectors.stocktwits.Paging;
import io.stockpile.connectors.stocktwits.sweeps.SweepGoal;
import io.stockpile.connectors.stocktwits.sweeps.SweepUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.manifest.IdHistory;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which sweeps a run makes, and in which order. For one stream: first sweeps that an
 * earlier run began, then its holes, the oldest first because the service drops them first, then
 * what is new. Of several streams the one that has waited longest comes first; with a hole it
 * counts as if it had waited for a whole window of the rate limit longer.
 */
final class SweepPlanner {
  private final ApiSettings settings;
  private final ObjectStore store;
  private final Instant now;
  private final boolean mayNote;

  /**
   * @param mayNote whether the run may update the notes in the archive
   */
  SweepPlanner(ApiSettings settings, ObjectStore store, Instant now, boolean mayNote) {
    this.mayNote = mayNote;
    this.settings = settings;
    this.store = store;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * The sweeps of one stream.
   *
   * @param state what the archive holds of the stream
   */
  record StreamPlan(StreamState state, List<PlannedSweep> sweeps) {
    StreamPlan {
      sweeps = List.copyOf(sweeps);
    }
  }

  /** Plans the sweeps. Changes nothing but the notes. */
  List<StreamPlan> plan(List<ApiStream> streams) throws IOException {
    List<StreamPlan> plans = new ArrayList<>();
    for (ApiStream stream : streams) {
      StreamState state = StreamState.read(store, stream, mayNote);
      plans.add(new StreamPlan(state, sweeps(state)));
    }
    plans.sort(Comparator.comparing(this::waitsSince));
    return plans;
  }

  private Instant waitsSince(StreamPlan plan) {
    boolean hole = !wanted(plan.state()).isEmpty() || !plan.state().begun().isEmpty();
    Instant last = plan.state().last();
    return hole && last.isAfter(Instant.EPOCH) ? last.minus(settings.limit().window()) : last;
  }

  private List<PlannedSweep> sweeps(StreamState state) {
    StreamHistory history = state.history();
    List<PlannedSweep> sweeps = new ArrayList<>();
    state
        .begun()
        .forEach(
            (unit, begun) ->
                sweeps.add(
                    new PlannedSweep(
                        new SweepGoal(unit, begun.facts().below(), begun.floor()),
                        begun.floorSweep())));
    Set<String> taken = new HashSet<>(state.known());
    for (IdHistory.Gap hole : wanted(state)) {
      sweeps.add(sweep(history, next(state.stream(), taken), hole.below(), hole.above()));
    }
    boolean byId = state.stream().endpoint().paging() == Paging.BY_ID;
    long floor = byId ? history.newest() : Page.NOTHING;
    sweeps.add(sweep(history, next(state.stream(), taken), Page.NEWEST, floor));
    return sweeps;
  }

  /**
   * The holes to fill, including what is missing before the oldest record if an earlier first day
   * is asked for now.
   */
  private List<IdHistory.Gap> wanted(StreamState state) {
    StreamHistory history = state.history();
    List<IdHistory.Gap> wanted = new ArrayList<>();
    boolean fromDay = settings.from().isAfter(Instant.EPOCH);
    if (fromDay) {
      history
          .leftAtFrom()
          .ifPresent(bottom -> wanted.add(new IdHistory.Gap(Page.NOTHING, bottom, false)));
    }
    wanted.addAll(history.holes());
    return wanted.stream()
        .filter(hole -> !hole.forGood())
        .filter(
            hole ->
                history
                    .timeAt(hole.below())
                    .filter(oldest -> oldest.isBefore(settings.from()))
                    .isEmpty())
        .toList();
  }

  private static PlannedSweep sweep(StreamHistory history, SweepUnit unit, long below, long floor) {
    return new PlannedSweep(
        new SweepGoal(unit, below, floor),
        floor == Page.NOTHING ? "" : history.holding(floor).orElse(""));
  }

  private SweepUnit next(ApiStream stream, Set<String> taken) {
    SweepUnit unit = new SweepUnit(stream, now);
    while (!taken.add(unit.id())) {
      unit = new SweepUnit(stream, unit.begun().plusMillis(1));
    }
    return unit;
  }
}

package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.budget.RateLimit;
import io.stockpile.connectors.budget.RequestBudget;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.replay.Availability;
import io.stockpile.connectors.replay.ReplaySettings;
import io.stockpile.connectors.replay.attempts.BrokenAttemptException;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteSet;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.run.Forecast;
import io.stockpile.pipeline.text.HumanText;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The requests that some units will need from Replay, as far as they can be known before. Faults
 * will cause more.
 */
final class ReplayOutlook {
  private final ReplayArgs args;
  private final ReplaySettings settings;
  private final ObjectStore store;
  private final Surroundings surroundings;

  ReplayOutlook(ReplayArgs args, ObjectStore store, Surroundings surroundings) {
    this.args = args;
    this.settings = args.replay().stream();
    this.store = store;
    this.surroundings = surroundings;
  }

  Forecast of(List<PlannedUnit> planned) throws IOException {
    Instant now = surroundings.clock().instant();
    ReplayAttempts attempts = new ReplayAttempts(store, surroundings.clock());
    int span = Math.toIntExact(settings.requestSpan().toMinutes());
    MinuteSet wanted = MinuteSet.empty();
    long requests = 0;
    for (PlannedUnit unit : planned) {
      if (unit.settled().isEmpty()) {
        MinuteSet missing = missing(unit, attempts);
        wanted = wanted.union(missing);
        requests += obtainable(missing, now).fewestRanges(span).size();
      }
    }
    List<String> notices = new ArrayList<>();
    for (MinuteRange range : wanted.ranges()) {
      notices.addAll(Availability.of(range, now).notices());
    }
    List<String> plan = new ArrayList<>(notices);
    plan.add(requests(requests));
    nextRequest().ifPresent(plan::add);
    return new Forecast(
        plan,
        notices,
        requests > 0,
        Optional.of(new Forecast.Login("replayCredentials", settings.credentials())));
  }

  private MinuteSet missing(PlannedUnit planned, ReplayAttempts attempts) throws IOException {
    ReplayUnit unit = (ReplayUnit) planned.unit();
    if (!planned.landed() || args.run().onExisting() == OnExisting.REPLACE) {
      return MinuteSet.of(unit.range());
    }
    try {
      return attempts.landed(unit).missing();
    } catch (BrokenAttemptException e) {
      // The unit is going to fail with this message, without a request.
      return MinuteSet.empty();
    }
  }

  private MinuteSet obtainable(MinuteSet missing, Instant now) {
    MinuteSet obtainable = MinuteSet.empty();
    for (MinuteRange range : missing.ranges()) {
      Availability available = Availability.of(range, now);
      obtainable = obtainable.union(set(available.obtainable()));
      if (settings.waitUntilAvailable()) {
        obtainable = obtainable.union(set(available.notYet()));
      }
    }
    return obtainable;
  }

  private static MinuteSet set(Optional<MinuteRange> range) {
    return range.map(MinuteSet::of).orElse(MinuteSet.empty());
  }

  private String requests(long requests) {
    RateLimit limit = settings.rateLimit();
    return "Requests to "
        + settings.url()
        + ": "
        + HumanText.count(requests)
        + " if nothing fails, one after the other; at most "
        + limit.requests()
        + " in "
        + HumanText.duration(limit.window())
        + " are allowed, so at least "
        + HumanText.duration(limit.minimumTime(requests));
  }

  /** When the account may send the next request, if it may not now. */
  private Optional<String> nextRequest() throws IOException {
    String account = args.stream().account();
    RequestBudget budget =
        new RequestBudget(
            store,
            Replay.NAME,
            account,
            settings.rateLimit(),
            surroundings.clock(),
            surroundings.sleeper());
    Instant next = budget.nextAt();
    return next.isAfter(surroundings.clock().instant())
        ? Optional.of(
            "The account "
                + account
                + " has used its requests up: the next one is allowed at "
                + next)
        : Optional.empty();
  }
}

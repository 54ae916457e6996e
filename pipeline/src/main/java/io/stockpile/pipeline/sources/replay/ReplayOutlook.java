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
import io.stockpile.pipeline.text.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be asked of Replay for some units, as far as it can be known before: faults bring more
 * requests.
 *
 * @param requests how many, at least
 * @param notices what of it cannot be had any more or not yet, with the times
 */
record ReplayOutlook(ReplayArgs args, long requests, List<String> notices) {
  ReplayOutlook {
    notices = List.copyOf(notices);
  }

  static ReplayOutlook of(
      ReplayArgs args, List<PlannedUnit> planned, ObjectStore store, Instant now)
      throws IOException {
    ReplayAttempts attempts = new ReplayAttempts(store, Clock.fixed(now, ZoneOffset.UTC));
    ReplaySettings settings = args.replay().stream();
    int span = Math.toIntExact(settings.requestSpan().toMinutes());
    MinuteSet wanted = MinuteSet.empty();
    long requests = 0;
    for (PlannedUnit unit : planned) {
      if (unit.settled().isEmpty()) {
        MinuteSet missing = missing(args, unit, attempts);
        wanted = wanted.union(missing);
        requests += obtainable(missing, settings, now).fewestRanges(span).size();
      }
    }
    List<String> notices = new ArrayList<>();
    for (MinuteRange range : wanted.ranges()) {
      notices.addAll(Availability.of(range, now).notices());
    }
    return new ReplayOutlook(args, requests, notices);
  }

  private static MinuteSet missing(ReplayArgs args, PlannedUnit planned, ReplayAttempts attempts)
      throws IOException {
    ReplayUnit unit = (ReplayUnit) planned.unit();
    if (!planned.landed() || args.onExisting() == OnExisting.REPLACE) {
      return MinuteSet.of(unit.range());
    }
    try {
      return attempts.landed(unit).missing();
    } catch (BrokenAttemptException e) {
      // The unit is going to fail, with this message, and nothing is asked for it.
      return MinuteSet.empty();
    }
  }

  private static MinuteSet obtainable(MinuteSet missing, ReplaySettings settings, Instant now) {
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

  /** What a plan says of it. */
  void print(PrintStream out, ObjectStore store, Surroundings surroundings) throws IOException {
    notices.forEach(out::println);
    RateLimit limit = args.replay().stream().rateLimit();
    Duration least = limit.minimumTime(requests);
    out.println(
        "Requests to "
            + args.replay().stream().url()
            + ": "
            + Words.count(requests)
            + " if nothing fails, one after the other; at most "
            + limit.requests()
            + " in "
            + Words.duration(limit.window())
            + " are allowed, so at least "
            + Words.duration(least));
    Instant next =
        new RequestBudget(
                store, args.stream().account(), limit, surroundings.clock(), surroundings.sleeper())
            .nextAt();
    if (next.isAfter(surroundings.clock().instant())) {
      out.println(
          "The account "
              + args.stream().account()
              + " has used its requests up: the next one is allowed at "
              + next);
    }
  }
}

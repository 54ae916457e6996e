package io.stockpile.connectors.stocktwits.sweeps;

import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.stocktwits.ApiAnswer;
import io.stockpile.connectors.store.ObjectStore;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the sweeps of one stream in one run, one after the other, page by page. A stream that the
 * service does not have or does not show is not requested again. Not thread-safe.
 */
final class StreamSweeps {
  private final ObjectStore store;
  private final PageFetcher fetcher;
  private final LandingListener listener;
  private final Instant from;
  private final Deque<SweepGoal> goals;
  private final Map<SweepUnit, SweepOutcome> outcomes = new HashMap<>();
  private Optional<SweepWalk> walk = Optional.empty();
  private int requested;

  /**
   * @param goals the sweeps to make, in this order; at least one
   */
  StreamSweeps(
      ObjectStore store,
      PageFetcher fetcher,
      LandingListener listener,
      Instant from,
      List<SweepGoal> goals) {
    this.store = store;
    this.fetcher = fetcher;
    this.listener = listener;
    this.from = from;
    this.goals = new ArrayDeque<>(goals);
  }

  /** How many pages were requested in this run. */
  int requested() {
    return requested;
  }

  boolean isOver() {
    return goals.isEmpty();
  }

  Optional<SweepOutcome> outcome(SweepUnit unit) {
    return Optional.ofNullable(outcomes.get(unit));
  }

  /**
   * Requests the next page, or ends a sweep.
   *
   * @return the result if there was no page; it may concern other streams too
   */
  Optional<Fetched> step() throws IOException, InterruptedException {
    SweepGoal goal = goals.getFirst();
    SweepPages pages = new SweepPages(store, goal.unit());
    if (walk.isEmpty()) {
      boolean joined = pages.isJoined();
      walk = Optional.of(new SweepWalk(goal, from, joined ? pages.joined() : pages.parts()));
      if (joined) {
        swept(goal, pages, Optional.empty());
        return Optional.empty();
      }
    }
    SweepWalk current = walk.get();
    if (current.end().isPresent()) {
      swept(goal, pages, Optional.empty());
      return Optional.empty();
    }
    requested++;
    Fetched fetched = fetcher.fetch(goal.unit(), current.next());
    if (fetched instanceof Fetched.Brought brought) {
      land(goal, pages, current, brought.answer());
      return Optional.empty();
    }
    cut(goal, pages, trouble(goal, fetched));
    return Optional.of(fetched);
  }

  private void land(SweepGoal goal, SweepPages pages, SweepWalk current, ApiAnswer.Whole answer)
      throws IOException {
    int number = current.facts().pages() + 1;
    Optional<String> wrong = current.wrong(answer.page());
    if (wrong.isPresent()) {
      String message =
          "page %d, %s, %s. It was not landed, and the sweep ends here."
              .formatted(number, answer.url(), wrong.get());
      cut(goal, pages, new Trouble(Trouble.Kind.FAILED, 0, message));
      return;
    }
    try {
      byte[] line = LandedPage.line(answer.url(), answer.receivedAt(), answer.body());
      listener.received(goal.unit(), pages.land(number, line));
      current.take(answer.page());
    } catch (SweepPages.TakenException e) {
      over(
          goal,
          new SweepOutcome.Nothing(
              goal.unit(), new Trouble(Trouble.Kind.FAILED, 0, e.getMessage() + ".")));
    }
  }

  private static Trouble trouble(SweepGoal goal, Fetched fetched) {
    if (fetched instanceof Fetched.UsedUp usedUp) {
      return new Trouble(
          Trouble.Kind.INCOMPLETE,
          0,
          goal.unit().stream()
              + ": the requests are used up; the next one is allowed at "
              + usedUp.nextAt().truncatedTo(ChronoUnit.SECONDS)
              + ". Run again then, and it goes on where it stopped.");
    }
    if (fetched instanceof Fetched.Unreachable unreachable) {
      return new Trouble(Trouble.Kind.FAILED, 0, unreachable.message() + ".");
    }
    Fetched.Nothing nothing = (Fetched.Nothing) fetched;
    return new Trouble(nothing.kind(), nothing.status(), nothing.message() + ".");
  }

  /** Ends all remaining sweeps for the same reason. */
  void endAll(Fetched reason) throws IOException {
    while (!goals.isEmpty()) {
      SweepGoal goal = goals.getFirst();
      cut(goal, new SweepPages(store, goal.unit()), trouble(goal, reason));
    }
  }

  /** Ends a sweep early, with the pages that it has. */
  private void cut(SweepGoal goal, SweepPages pages, Trouble trouble) throws IOException {
    if (walk.isEmpty() && !pages.isJoined()) {
      walk = Optional.of(new SweepWalk(goal, from, pages.parts()));
    }
    if (walk.isEmpty() || walk.get().facts().pages() > 0) {
      swept(goal, pages, Optional.of(trouble));
    } else {
      over(goal, new SweepOutcome.Nothing(goal.unit(), trouble));
    }
  }

  private void swept(SweepGoal goal, SweepPages pages, Optional<Trouble> trouble)
      throws IOException {
    pages.join();
    // Another process may have joined fewer pages than this one saw, or more.
    SweepWalk joined = new SweepWalk(goal, from, pages.joined());
    boolean less = walk.isPresent() && joined.facts().pages() < walk.get().facts().pages();
    over(
        goal,
        new SweepOutcome.Swept(
            goal.unit(),
            joined.facts(),
            joined.end().orElse(SweepEnd.CUT),
            less ? Optional.of(endedElsewhere(goal)) : trouble));
  }

  private static Trouble endedElsewhere(SweepGoal goal) {
    return new Trouble(
        Trouble.Kind.FAILED,
        0,
        goal.unit().name()
            + " was ended by another process before all of its pages were there. Run again, and"
            + " the rest is asked for.");
  }

  private void over(SweepGoal goal, SweepOutcome outcome) {
    outcomes.put(goal.unit(), outcome);
    goals.removeFirst();
    walk = Optional.empty();
  }
}

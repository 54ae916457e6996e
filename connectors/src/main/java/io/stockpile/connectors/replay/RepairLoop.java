package io.stockpile.connectors.replay;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.budget.RequestBudget;
import io.stockpile.connectors.credentials.Credentials;
import io.stockpile.connectors.http.Backoff;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.replay.ReplayClient.Answered;
import io.stockpile.connectors.replay.ReplayOutcome.Cause;
import io.stockpile.connectors.replay.ReplayOutcome.Complete;
import io.stockpile.connectors.replay.ReplayOutcome.Failed;
import io.stockpile.connectors.replay.ReplayOutcome.Incomplete;
import io.stockpile.connectors.replay.attempts.LandedRange;
import io.stockpile.connectors.replay.attempts.RangeCoverage;
import io.stockpile.connectors.replay.attempts.ReplayAttempt;
import io.stockpile.connectors.replay.attempts.ReplayEnding;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteSet;
import io.stockpile.connectors.replay.units.ReplayUnit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests a unit until it is complete or asking again does not help. Not thread-safe; used once.
 */
final class RepairLoop {
  private static final Logger LOG = LoggerFactory.getLogger(RepairLoop.class);
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);
  private static final int NO_SUCH_STREAM = 404;
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(5));

  private final ReplayUnit unit;
  private final ReplaySettings settings;
  private final ReplayClient client;
  private final RequestBudget budget;
  private final Surroundings surroundings;
  private final LandingListener listener;
  private final List<ReplayAttempt> attempts = new ArrayList<>();
  private int requests;
  private int fruitless;
  private int unanswered;
  private Optional<Instant> horizon = Optional.empty();

  /**
   * @param former the earlier attempts that count
   * @param unanswered how many requests in a row were answered without a stream before this unit
   */
  RepairLoop(
      ReplayUnit unit,
      ReplaySettings settings,
      List<ReplayAttempt> former,
      int unanswered,
      ReplayClient client,
      RequestBudget budget,
      Surroundings surroundings,
      LandingListener listener) {
    this.unit = unit;
    this.settings = settings;
    this.attempts.addAll(former);
    // Each unit may send at least one request, even if the unit before it had no answer.
    this.unanswered = Math.min(unanswered, settings.maxAttempts() - 1);
    this.client = client;
    this.budget = budget;
    this.surroundings = surroundings;
    this.listener = listener;
  }

  /** How many requests in a row have been answered without a stream. */
  int unanswered() {
    return unanswered;
  }

  /** The beginning of every message about a unit. */
  static String about(ReplayUnit unit) {
    return unit.stream() + " " + unit.range() + ": ";
  }

  ReplayOutcome run() throws IOException, InterruptedException {
    Optional<Credentials> credentials = Optional.empty();
    while (true) {
      RangeCoverage repair = RangeCoverage.of(unit.range(), attempts);
      if (repair.missing().isEmpty()) {
        return new Complete(unit, landed(repair));
      }
      if (fruitless >= settings.maxAttempts() || unanswered >= settings.maxAttempts()) {
        return incomplete(repair, Cause.ATTEMPTS_USED_UP, usedUp());
      }
      Optional<MinuteRange> request = next(repair);
      if (request.isEmpty()) {
        return notToBeHad(repair);
      }
      if (credentials.isEmpty()) {
        credentials = Optional.of(settings.credentials().resolve(surroundings.environment()));
      }
      Optional<ReplayOutcome> end = request(request.get(), credentials.get());
      if (end.isPresent()) {
        return end.get();
      }
    }
  }

  /** What to ask for now, after waiting for what is too new where that is wanted. */
  private Optional<MinuteRange> next(RangeCoverage repair) throws InterruptedException {
    Availability available = available();
    Optional<MinuteRange> tooNew = available.notYet().filter(repair.missing()::touches);
    if (settings.waitUntilAvailable() && tooNew.isPresent()) {
      pause(Availability.obtainableAt(tooNew.get()), "Replay is 30 minutes behind");
      available = available();
    }
    if (horizon.isEmpty()) {
      horizon = Optional.of(available.notYet().map(MinuteRange::from).orElse(unit.range().to()));
    }
    return available
        .obtainable()
        .flatMap(this::beforeHorizon)
        .flatMap(
            range ->
                repair
                    .nextRequests(MinuteSet.of(range), Minutes.count(settings.requestSpan()))
                    .stream()
                    .findFirst());
  }

  private Availability available() {
    return Availability.of(unit.range(), surroundings.clock().instant());
  }

  /**
   * Minutes that were too new at first are left to a later run, because a request for each of them
   * would waste the budget.
   */
  private Optional<MinuteRange> beforeHorizon(MinuteRange range) {
    Instant end = horizon.orElseThrow();
    return unit.range().from().isBefore(end)
        ? range.intersection(new MinuteRange(unit.range().from(), end))
        : Optional.empty();
  }

  private Optional<ReplayOutcome> request(MinuteRange wanted, Credentials credentials)
      throws IOException, InterruptedException {
    if (fruitless > 0) {
      Duration pause = BACKOFF.delay(fruitless, surroundings.random());
      pause(surroundings.clock().instant().plus(pause), "the last attempt brought nothing new");
    }
    Instant now =
        budget.acquire(
            (pause, until) ->
                listener.waiting(
                    unit,
                    pause,
                    until,
                    "the account's requests are used up, or the service asked to hold off"));
    // The service refuses a whole range if it has dropped one of its minutes, which may happen
    // during pauses.
    Optional<MinuteRange> range = Availability.of(wanted, now).obtainable();
    if (range.isEmpty()) {
      return Optional.empty();
    }
    requests++;
    Answered answered = client.request(unit, range.get(), credentials, now);
    attempts.add(answered.attempt());
    listener.answered(unit);
    tell(answered.attempt());
    if (answered.attempt().ending() instanceof ReplayEnding.Refused refused) {
      return refused(refused, answered.attempt().requested(), answered.retryAfter());
    }
    unanswered = 0;
    fruitless = fruitless(answered.attempt());
    return Optional.empty();
  }

  /**
   * A stream that was sent to its end and still left minutes missing counts as the first failure of
   * these minutes.
   */
  private int fruitless(ReplayAttempt attempt) {
    RangeCoverage repair = RangeCoverage.of(unit.range(), attempts);
    if (!repair.advanced()) {
      return fruitless + 1;
    }
    boolean toItsEnd = attempt.ending().statement().isPresent();
    return toItsEnd && repair.missing().touches(attempt.requested()) ? 1 : 0;
  }

  private void tell(ReplayAttempt attempt) {
    MinuteSet missing = RangeCoverage.of(unit.range(), attempts).missing();
    if (!missing.isEmpty()) {
      LOG.info(
          "{}attempt {} at {} ended as {} after {} activities{}. Minutes missing: {}.",
          about(unit),
          attempt.attempt(),
          attempt.requested(),
          attempt.ending().label(),
          attempt.received(),
          attempt.ending() instanceof ReplayEnding.Disconnected cut
              ? " (" + cut.reason() + ")"
              : "",
          missing);
    }
  }

  private Optional<ReplayOutcome> refused(
      ReplayEnding.Refused refused, MinuteRange asked, Optional<Duration> retryAfter)
      throws IOException, InterruptedException {
    RangeCoverage repair = RangeCoverage.of(unit.range(), attempts);
    String said = "Replay answered " + refused.status() + " (" + refused.message() + ")";
    switch (refused.meaning()) {
      case CREDENTIALS:
        return Optional.of(
            new ReplayOutcome.Refused(
                unit,
                refused.status(),
                about(unit)
                    + said
                    + ". Check "
                    + settings.credentials().whereToLook()
                    + ", and that the account has Replay."));
      case FINAL:
        return Optional.of(
            new Failed(
                unit,
                about(unit) + said + ". Asking again would not change that.",
                refused.status() == NO_SUCH_STREAM));
      case NO_MORE_AVAILABLE:
        unanswered++;
        Instant soon = surroundings.clock().instant().plus(CLOCK_DIFFERENCE);
        if (!Availability.forgottenAt(asked.from()).isBefore(soon)) {
          return Optional.of(incomplete(repair, Cause.NO_MORE_AVAILABLE, said));
        }
        // The service's clock is a little ahead: a minute later the others can be asked for.
        pause(soon, said);
        return Optional.empty();
      case NOT_YET_AVAILABLE:
        unanswered++;
        Instant fresh = surroundings.clock().instant().minus(CLOCK_DIFFERENCE);
        if (!settings.waitUntilAvailable() && Availability.obtainableAt(asked).isBefore(fresh)) {
          return Optional.of(incomplete(repair, Cause.NOT_YET_AVAILABLE, said));
        }
        // The service's clock is a little behind.
        pause(surroundings.clock().instant().plus(CLOCK_DIFFERENCE), said);
        return Optional.empty();
      case RATE_LIMITED, UNAVAILABLE:
        unanswered++;
        hold(retryAfter);
        return Optional.empty();
    }
    throw new IllegalStateException("No such refusal: " + refused.meaning());
  }

  /** Makes all users of the account wait, not only this unit. */
  private void hold(Optional<Duration> retryAfter) throws IOException {
    Duration backoff = BACKOFF.delay(unanswered, surroundings.random());
    Duration asked =
        retryAfter
            .map(wait -> wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait)
            .orElse(Duration.ZERO);
    Duration pause = asked.compareTo(backoff) > 0 ? asked : backoff;
    budget.holdUntil(surroundings.clock().instant().plus(pause));
  }

  private void pause(Instant until, String reason) throws InterruptedException {
    Instant now = surroundings.clock().instant();
    if (until.isAfter(now)) {
      Duration pause = Duration.between(now, until).plusMillis(1);
      listener.waiting(unit, pause, until, reason);
      surroundings.sleeper().sleep(pause);
    }
  }

  private ReplayOutcome notToBeHad(RangeCoverage repair) {
    Availability available = available();
    List<String> why = new ArrayList<>(available.notices());
    boolean tooNew =
        horizon.isPresent()
            && horizon.get().isBefore(unit.range().to())
            && repair.missing().touches(new MinuteRange(horizon.get(), unit.range().to()));
    if (why.isEmpty()) {
      why.add("They were too new when this began, and can be had by now.");
    }
    return incomplete(
        repair, tooNew ? Cause.NOT_YET_AVAILABLE : Cause.NO_MORE_AVAILABLE, String.join(" ", why));
  }

  private String usedUp() {
    return unanswered >= settings.maxAttempts()
        ? unanswered + " requests in a row were answered without a stream"
        : fruitless + " attempts in a row left them missing";
  }

  private Incomplete incomplete(RangeCoverage repair, Cause cause, String why) {
    MinuteSet missing = repair.missing();
    String text = why.endsWith(".") ? why : why + ".";
    return new Incomplete(
        unit,
        landed(repair),
        cause,
        about(unit)
            + missing.count()
            + (missing.count() == 1 ? " minute is" : " minutes are")
            + " missing ("
            + missing
            + "). "
            + Character.toUpperCase(text.charAt(0))
            + text.substring(1)
            + forgets(missing));
  }

  private String forgets(MinuteSet missing) {
    MinuteSet left =
        Availability.of(unit.range(), surroundings.clock().instant())
            .gone()
            .map(gone -> missing.minus(MinuteSet.of(gone)))
            .orElse(missing);
    return left.hull()
        .map(
            hull ->
                " Replay forgets the first of "
                    + (left.equals(missing) ? "them" : "those that it still has")
                    + " at "
                    + Minutes.text(Availability.forgottenAt(hull.from()))
                    + "; until then the same command asks for them again.")
        .orElse("");
  }

  private LandedRange landed(RangeCoverage repair) {
    return LandedRange.of(repair, attempts, requests);
  }
}

package io.stockpile.connectors.replay;

import io.stockpile.connectors.http.Backoff;
import io.stockpile.connectors.http.Credentials;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.replay.ReplayClient.Answered;
import io.stockpile.connectors.replay.ReplayOutcome.Cause;
import io.stockpile.connectors.replay.ReplayOutcome.Complete;
import io.stockpile.connectors.replay.ReplayOutcome.Failed;
import io.stockpile.connectors.replay.ReplayOutcome.Incomplete;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One unit's way to completeness, request by request. Not thread-safe; used once. */
final class UnitRepair {
  private static final Logger LOG = LoggerFactory.getLogger(UnitRepair.class);
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(5));

  private final ReplayUnit unit;
  private final ReplaySettings settings;
  private final ReplayClient client;
  private final RequestBudget budget;
  private final Surroundings surroundings;
  private final ReplayListener listener;
  private final List<ReplayAttempt> attempts = new ArrayList<>();
  private int requests;
  private int fruitless;
  private int unanswered;

  /**
   * @param former the attempts that were made before and count
   */
  UnitRepair(
      ReplayUnit unit,
      ReplaySettings settings,
      List<ReplayAttempt> former,
      ReplayClient client,
      RequestBudget budget,
      Surroundings surroundings,
      ReplayListener listener) {
    this.unit = unit;
    this.settings = settings;
    this.attempts.addAll(former);
    this.client = client;
    this.budget = budget;
    this.surroundings = surroundings;
    this.listener = listener;
  }

  /** The words before every message about a unit. */
  static String about(ReplayUnit unit) {
    return unit.stream() + " " + unit.range() + ": ";
  }

  ReplayOutcome run() throws IOException, InterruptedException {
    Optional<Credentials> credentials = Optional.empty();
    while (true) {
      RangeRepair repair = RangeRepair.of(unit.range(), attempts);
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
  private Optional<MinuteRange> next(RangeRepair repair) throws InterruptedException {
    Instant now = surroundings.clock().instant();
    Availability available = Availability.of(unit.range(), now);
    Optional<MinuteRange> tooNew = available.notYet().filter(repair.missing()::touches);
    if (settings.waitUntilAvailable() && tooNew.isPresent()) {
      Instant until = Availability.obtainableAt(tooNew.get());
      pause(until, "Replay is 30 minutes behind");
      available = Availability.of(unit.range(), surroundings.clock().instant());
    }
    return available
        .obtainable()
        .flatMap(
            range ->
                repair
                    .nextRequests(MinuteSet.of(range), Minutes.count(settings.requestSpan()))
                    .stream()
                    .findFirst());
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
    // The service refuses all of a range that has a minute which it forgot during the pauses.
    Optional<MinuteRange> range = Availability.of(wanted, now).obtainable();
    if (range.isEmpty()) {
      return Optional.empty();
    }
    requests++;
    Answered answered = client.request(unit, range.get(), credentials, now);
    attempts.add(answered.attempt());
    listener.ended(unit, answered.attempt());
    tell(answered.attempt());
    if (answered.attempt().ending() instanceof ReplayEnding.Refused refused) {
      return refused(refused, answered.attempt().requested(), answered.retryAfter());
    }
    unanswered = 0;
    fruitless = fruitless(answered.attempt());
    return Optional.empty();
  }

  /**
   * A stream that was sent to its end and yet left minutes missing is the first failure of these.
   */
  private int fruitless(ReplayAttempt attempt) {
    RangeRepair repair = RangeRepair.of(unit.range(), attempts);
    if (!repair.advanced()) {
      return fruitless + 1;
    }
    boolean toItsEnd = attempt.ending().statement().isPresent();
    return toItsEnd && repair.missing().touches(attempt.requested()) ? 1 : 0;
  }

  private void tell(ReplayAttempt attempt) {
    MinuteSet missing = RangeRepair.of(unit.range(), attempts).missing();
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
    RangeRepair repair = RangeRepair.of(unit.range(), attempts);
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
            new Failed(unit, about(unit) + said + ". Asking again would not change that."));
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
        if (!settings.waitUntilAvailable()) {
          return Optional.of(incomplete(repair, Cause.NOT_YET_AVAILABLE, said));
        }
        pause(surroundings.clock().instant().plus(CLOCK_DIFFERENCE), said);
        return Optional.empty();
      case RATE_LIMITED, UNAVAILABLE:
        unanswered++;
        hold(retryAfter);
        return Optional.empty();
    }
    throw new IllegalStateException("No such refusal: " + refused.meaning());
  }

  /** All that use the account hold off, not this unit alone. */
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

  private ReplayOutcome notToBeHad(RangeRepair repair) {
    Availability available = Availability.of(unit.range(), surroundings.clock().instant());
    boolean tooNew = available.notYet().filter(repair.missing()::touches).isPresent();
    return incomplete(
        repair,
        tooNew ? Cause.NOT_YET_AVAILABLE : Cause.NO_MORE_AVAILABLE,
        String.join(" ", available.notices()));
  }

  private String usedUp() {
    return unanswered >= settings.maxAttempts()
        ? unanswered + " requests in a row were answered without a stream"
        : fruitless + " attempts in a row left them missing";
  }

  private Incomplete incomplete(RangeRepair repair, Cause cause, String why) {
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

  private LandedRange landed(RangeRepair repair) {
    return LandedRange.of(repair, attempts, requests);
  }
}

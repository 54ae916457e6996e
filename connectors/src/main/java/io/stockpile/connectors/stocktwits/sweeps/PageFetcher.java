package io.stockpile.connectors.stocktwits.sweeps;

import io.stockpile.connectors.budget.RequestBudget;
import io.stockpile.connectors.http.Backoff;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.stocktwits.ApiAnswer;
import io.stockpile.connectors.stocktwits.ApiClient;
import io.stockpile.connectors.stocktwits.ApiLogin;
import io.stockpile.connectors.stocktwits.ApiSettings;
import io.stockpile.connectors.stocktwits.ApiStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Fetches pages: one request after the other, each within the budget; failed requests are repeated
 * after a pause. Not thread-safe.
 */
final class PageFetcher {
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;

  /** After how many answers in a row that say to wait a page is given up. */
  private static final int MOST_LIMITED = 20;

  private static final int WINDOW_PARTS = 60;
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final ApiSettings settings;
  private final ApiLogin login;
  private final ApiClient client;
  private final RequestBudget budget;
  private final LandingListener listener;
  private final Surroundings surroundings;
  private Duration waited = Duration.ZERO;

  PageFetcher(
      ApiSettings settings,
      ApiLogin login,
      ApiClient client,
      RequestBudget budget,
      LandingListener listener,
      Surroundings surroundings) {
    this.settings = settings;
    this.login = login;
    this.client = client;
    this.budget = budget;
    this.listener = listener;
    this.surroundings = surroundings;
  }

  /** The wait for the budget would be longer than the run may wait. */
  private static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Instant until;

    TooLongException(Instant until) {
      super("No request is allowed before " + until, null, false, false);
      this.until = until;
    }
  }

  /**
   * Requests a page until it is received or a retry would not help.
   *
   * @param max see {@link ApiStream#url}
   * @throws IOException when the archive, which counts the requests, fails
   */
  Fetched fetch(SweepUnit unit, long max) throws IOException, InterruptedException {
    int failures = 0;
    int limited = 0;
    while (true) {
      Instant spent;
      try {
        spent = acquire(unit);
      } catch (TooLongException e) {
        return new Fetched.UsedUp(e.until);
      }
      listener.requesting(unit);
      ApiClient.Answered answered = client.ask(unit.stream(), max);
      if (answered.stated().isPresent()) {
        budget.believe(answered.stated().get(), spent);
      }
      if (answered.answer() instanceof ApiAnswer.Whole whole) {
        return new Fetched.Brought(whole);
      }
      if (answered.answer() instanceof ApiAnswer.Unreachable unreachable) {
        return new Fetched.Unreachable(unreachable.reason());
      }
      if (answered.answer() instanceof ApiAnswer.Refusal refusal) {
        Optional<Fetched> end = refused(unit, refusal);
        if (end.isPresent()) {
          return end.get();
        }
        if (refusal.status() == TOO_MANY) {
          Instant until = surroundings.clock().instant().plus(wait(refusal, ++limited));
          budget.holdUntil(until);
          if (limited > MOST_LIMITED) {
            return new Fetched.UsedUp(until);
          }
          continue;
        }
      }
      failures++;
      String reason = reason(answered.answer());
      if (failures >= settings.maxAttempts()) {
        return new Fetched.Nothing(
            Trouble.Kind.FAILED,
            0,
            "%d attempts in a row brought no page; the last: %s".formatted(failures, reason));
      }
      Duration pause = Backoff.DEFAULT.delay(failures, surroundings.random());
      listener.retrying(unit, reason, pause);
      surroundings.sleeper().sleep(pause);
    }
  }

  private Instant acquire(SweepUnit unit) throws IOException, InterruptedException {
    return budget.acquire(
        (pause, until) -> {
          Duration total = waited.plus(pause);
          if (total.compareTo(settings.maxWait()) > 0) {
            throw new TooLongException(until);
          }
          waited = total;
          listener.waiting(unit, pause, until, "the requests of this hour are used up");
        });
  }

  /**
   * How long to wait after an answer 429: as long as the service says; when it says nothing, a
   * sixtieth of the window, then twice as long each time.
   */
  private Duration wait(ApiAnswer.Refusal refusal, int times) {
    Duration window = settings.limit().window();
    Duration guess = window.dividedBy(WINDOW_PARTS).multipliedBy(1L << times - 1);
    Duration wait = refusal.pause().orElse(guess.compareTo(window) < 0 ? guess : window);
    return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
  }

  /** The result if a retry would not help; empty if it may. */
  private Optional<Fetched> refused(SweepUnit unit, ApiAnswer.Refusal refusal) {
    int status = refusal.status();
    String said = "the service answered " + status + refusal.text();
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return Optional.of(
          new Fetched.Nothing(
              Trouble.Kind.REFUSED, status, said + "; " + login.whatToLookAt(settings)));
    }
    if (status == NOT_FOUND) {
      return Optional.of(
          new Fetched.Nothing(
              Trouble.Kind.INCOMPLETE,
              status,
              "the service has no stream " + unit.stream() + " (404" + refusal.text() + ")"));
    }
    boolean passes = status == TOO_MANY || status == REQUEST_TIMEOUT || status >= SERVER_ERRORS;
    return passes
        ? Optional.empty()
        : Optional.of(
            new Fetched.Nothing(
                Trouble.Kind.FAILED,
                status,
                said
                    + (status == BAD_REQUEST
                        ? "; check how the stream is written"
                        : ", which asking again would not mend")));
  }

  private static String reason(ApiAnswer answer) {
    return answer instanceof ApiAnswer.Refusal refusal
        ? "the service answered " + refusal.status() + refusal.text()
        : ((ApiAnswer.Broken) answer).reason();
  }
}

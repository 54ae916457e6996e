package io.stockpile.connectors.budget;

import io.stockpile.connectors.http.Sleeper;
import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.connectors.store.Versioned;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The budget of requests of one account of a service. It is counted in the archive, so that all
 * processes that use the archive keep the limit together, also after a restart. Thread-safe.
 */
public final class RequestBudget {
  private static final Logger LOG = LoggerFactory.getLogger(RequestBudget.class);
  private static final int MOST_RACES = 1000;

  private final ObjectStore store;
  private final String key;
  private final String account;
  private final RateLimit limit;
  private final Clock clock;
  private final Sleeper sleeper;

  /**
   * @param source the source's name, for example {@code replay}
   * @param account the account whose requests are counted together; must be fit for a key
   * @param limit the limit that holds until the service states one
   */
  public RequestBudget(
      ObjectStore store,
      String source,
      String account,
      RateLimit limit,
      Clock clock,
      Sleeper sleeper) {
    this.store = Objects.requireNonNull(store, "store");
    this.key = key(source, account);
    this.account = Objects.requireNonNull(account, "account");
    this.limit = Objects.requireNonNull(limit, "limit");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
  }

  /** The key of an account's state, for example {@code _budget/replay/acme.json}. */
  public static String key(String source, String account) {
    return "_budget/" + source + "/" + account + ".json";
  }

  /** Is told how long a request must wait. */
  @FunctionalInterface
  public interface WaitListener {
    /** A pause begins. At its end the budget is read again. */
    void waiting(Duration pause, Instant until);
  }

  /**
   * Waits until a request is allowed and counts it. The caller must send it at once.
   *
   * @return the time that was recorded for the request
   * @throws IOException when the archive fails; the caller must not send the request then
   */
  public Instant acquire(WaitListener listener) throws IOException, InterruptedException {
    int races = 0;
    while (true) {
      Instant now = clock.instant();
      Optional<Versioned> stored = store.readVersioned(key);
      BudgetState state = state(stored, now);
      Instant next = state.nextAt(limit, now);
      if (next.isAfter(now)) {
        // Rounded up, so that a clock with milliseconds is not too early.
        Duration pause = Duration.between(now, next).plusMillis(1);
        listener.waiting(pause, next);
        sleeper.sleep(pause);
      } else if (put(stored, state.spend(limit, now))) {
        return now;
      } else if (++races > MOST_RACES) {
        throw new IOException(
            key + " was changed by others " + races + " times in a row; too many at once");
      }
    }
  }

  /** When the next request would be allowed. Changes nothing. */
  public Instant nextAt() throws IOException {
    Instant now = clock.instant();
    return state(store.readVersioned(key), now).nextAt(limit, now);
  }

  /** How many requests are allowed now. Changes nothing. */
  public int left() throws IOException {
    Instant now = clock.instant();
    return state(store.readVersioned(key), now).left(limit, now);
  }

  /**
   * Records for all processes how many requests are left according to the service. Until the end of
   * the service's window this is used instead of the requests counted in the archive. If the limit
   * of this budget is lower than the service's, it is kept all the same.
   *
   * @param request when the request was made whose answer says so: what {@link #acquire} returned
   */
  public void believe(StatedLimit said, Instant request) throws IOException {
    Instant now = clock.instant();
    update(state -> state.believe(said, request, now));
  }

  /** Records for all processes that no request may be sent before a moment. */
  public void holdUntil(Instant instant) throws IOException {
    update(state -> state.holdUntil(instant));
  }

  private void update(UnaryOperator<BudgetState> change) throws IOException {
    boolean written = false;
    for (int races = 0; !written && races < MOST_RACES; races++) {
      Optional<Versioned> stored = store.readVersioned(key);
      BudgetState state = state(stored, clock.instant());
      BudgetState changed = change.apply(state);
      written = changed.equals(state) || put(stored, changed);
    }
  }

  private BudgetState state(Optional<Versioned> stored, Instant now) {
    if (stored.isEmpty()) {
      return BudgetState.unused();
    }
    try {
      return BudgetState.fromJson(key, stored.get().content());
    } catch (BrokenRecordException e) {
      LOG.warn(
          "In {}, {}. So the requests of the last {} are taken for used up.",
          store.root(),
          e.getMessage(),
          limit.window());
      return rewritten(stored.get(), now);
    }
  }

  /** Replaces a file that cannot be read. Otherwise the budget would count as used up for ever. */
  private BudgetState rewritten(Versioned broken, Instant now) {
    BudgetState usedUp = BudgetState.usedUp(limit, now);
    try {
      put(Optional.of(broken), usedUp);
    } catch (IOException e) {
      LOG.warn("{} could not be replaced", key, e);
    }
    return usedUp;
  }

  private boolean put(Optional<Versioned> stored, BudgetState state) throws IOException {
    byte[] json = state.toJson(account);
    try {
      if (stored.isEmpty()) {
        store.putIfAbsent(key, json);
      } else {
        store.putIfUnchanged(key, json, stored.get().version());
      }
      return true;
    } catch (PreconditionFailedException e) {
      return false;
    }
  }
}

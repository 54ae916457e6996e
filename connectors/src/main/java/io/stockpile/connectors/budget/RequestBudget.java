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
 * How many requests an account of a service may make, counted in the archive, so that every process
 * that works on it keeps the limit together with all others, also after a restart. Thread-safe.
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
   * @param source the service's word, for example {@code replay}
   * @param account the requests of which are counted together; fit for a key
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

  /** Where an account's state lies, for example {@code _budget/replay/acme.json}. */
  public static String key(String source, String account) {
    return "_budget/" + source + "/" + account + ".json";
  }

  /** Hears how long a request has to wait. */
  @FunctionalInterface
  public interface WaitListener {
    /** A pause begins, at the end of which the budget is looked at again. */
    void waiting(Duration pause, Instant until);
  }

  /**
   * Waits until a request is allowed and spends it; it is to be sent at once.
   *
   * @return the moment that was written down for it
   * @throws IOException when the archive fails; nothing may be requested then
   */
  public Instant acquire(WaitListener listener) throws IOException, InterruptedException {
    int races = 0;
    while (true) {
      Instant now = clock.instant();
      Optional<Versioned> stored = store.readVersioned(key);
      BudgetState state = state(stored, now);
      Instant next = state.nextAt(limit, now);
      if (next.isAfter(now)) {
        // Rounded up, so that a clock of milliseconds is not too early.
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

  /** When the next request would be allowed; changes nothing. */
  public Instant nextAt() throws IOException {
    Instant now = clock.instant();
    return state(store.readVersioned(key), now).nextAt(limit, now);
  }

  /** How many requests are allowed at once; changes nothing. */
  public int left() throws IOException {
    Instant now = clock.instant();
    return state(store.readVersioned(key), now).left(limit, now);
  }

  /**
   * Writes down for all processes how many requests are left by the service's own word. Until the
   * end of its window that word holds, instead of the requests that the archive has counted. A
   * limit of this budget that has fewer requests than the service's is kept all the same.
   *
   * @param request when the request was made whose answer says so: what {@link #acquire} gave
   */
  public void believe(StatedLimit said, Instant request) throws IOException {
    Instant now = clock.instant();
    update(state -> state.believe(said, request, now));
  }

  /** Writes down for all processes that the service wants no request before a moment. */
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

  /** What cannot be read is replaced at once, or it would be taken for used up for ever. */
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

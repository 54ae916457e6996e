package io.stockpile.connectors.replay;

import io.stockpile.connectors.budget.RequestBudget;
import io.stockpile.connectors.credentials.CredentialsMissingException;
import io.stockpile.connectors.http.Redaction;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.proxy.ProxyException;
import io.stockpile.connectors.replay.ReplayOutcome.Failed;
import io.stockpile.connectors.replay.attempts.ReplayAttempt;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings Replay units into a store, and asks again for every minute that is not complete: after
 * failed minutes, ranges that were not processed, connections that ended early, and counts that
 * fall short. Each request spends from the account's budget, which is kept in the store.
 *
 * <p>What was landed before counts: only what is missing is requested. Killed at any instant, it
 * has lost seconds of what was received, and the next call goes on from there.
 *
 * <p>The memory does not depend on the size of the answers. Thread-safe for different units; must
 * be closed. The store is not closed with it.
 */
public final class ReplayLander implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayLander.class);

  private final ReplaySettings settings;
  private final ObjectStore store;
  private final LandingListener listener;
  private final Surroundings surroundings;
  private final ReplayAttempts attempts;
  private final ReplayClient client;

  /** Counted in a row over all units, so that in an outage the next unit gives up sooner. */
  private final AtomicInteger unanswered = new AtomicInteger();

  public ReplayLander(ReplaySettings settings, ObjectStore store, LandingListener listener) {
    this(settings, store, listener, Surroundings.system());
  }

  /**
   * @param surroundings clock, pauses, jitter and environment variables
   */
  public ReplayLander(
      ReplaySettings settings,
      ObjectStore store,
      LandingListener listener,
      Surroundings surroundings) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.store = Objects.requireNonNull(store, "store");
    this.listener = Objects.requireNonNull(listener, "listener");
    this.surroundings = Objects.requireNonNull(surroundings, "surroundings");
    this.attempts = new ReplayAttempts(store, surroundings.clock());
    this.client = new ReplayClient(settings, store, attempts, listener, surroundings);
  }

  /**
   * Lands one unit. All expected ends are values; credentials that cannot be found and a store that
   * fails are {@link Failed}.
   *
   * @throws InterruptedException when the thread is interrupted, at the latest when the read
   *     timeout has passed; what was received stays, and the next call goes on from it
   */
  public ReplayOutcome land(ReplayUnit unit) throws InterruptedException {
    return land(unit, false);
  }

  /**
   * Lands one unit as if nothing had been landed for it: attempts of before count for nothing and
   * are in no outcome. What they landed stays where it is, for {@link ReplayAttempts#discardBefore}
   * once it is not needed any more.
   *
   * @throws InterruptedException as for {@link #land(ReplayUnit)}
   */
  public ReplayOutcome landAfresh(ReplayUnit unit) throws InterruptedException {
    return land(unit, true);
  }

  private ReplayOutcome land(ReplayUnit unit, boolean afresh) throws InterruptedException {
    try {
      attempts.recover(unit, settings.readTimeout().multipliedBy(2));
      RequestBudget budget =
          new RequestBudget(
              store,
              unit.source(),
              unit.stream().account(),
              settings.rateLimit(),
              surroundings.clock(),
              surroundings.sleeper());
      List<ReplayAttempt> former = afresh ? List.of() : attempts.list(unit);
      RepairLoop repair =
          new RepairLoop(
              unit, settings, former, unanswered.get(), client, budget, surroundings, listener);
      ReplayOutcome outcome = repair.run();
      boolean outage =
          outcome instanceof ReplayOutcome.Incomplete incomplete
              && incomplete.cause() == ReplayOutcome.Cause.ATTEMPTS_USED_UP;
      unanswered.set(outage ? repair.unanswered() : 0);
      return outcome;
    } catch (ReplayAttempts.BusyException e) {
      return new Failed(unit, RepairLoop.about(unit) + e.getMessage() + ".", false);
    } catch (CredentialsMissingException e) {
      return new Failed(unit, RepairLoop.about(unit) + e.getMessage(), false);
    } catch (ProxyException e) {
      return new Failed(unit, RepairLoop.about(unit) + e.getMessage() + ".", true);
    } catch (IOException e) {
      LOG.debug("Landing {} failed", unit.name(), e);
      return new Failed(
          unit,
          RepairLoop.about(unit)
              + "the archive "
              + store.root()
              + " failed: "
              + Redaction.general().text(String.valueOf(e.getMessage()))
              + ". Once it works, the same command goes on from here.",
          false);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}

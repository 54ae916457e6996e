package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.replay.Availability;
import io.stockpile.connectors.replay.ReplayLander;
import io.stockpile.connectors.replay.ReplayOutcome;
import io.stockpile.connectors.replay.attempts.LandedRange;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.Holding;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.unit.Brought;
import io.stockpile.pipeline.unit.Built;
import io.stockpile.pipeline.unit.RunMonitor;
import io.stockpile.pipeline.unit.Turns;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitSource;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replay's streams. Units are landed one after the other, in the order in which they were
 * announced: the requests of an account share a budget, and the service likes one stream at a time.
 * Thread-safe.
 */
public final class ReplaySource implements UnitSource {
  private static final Logger LOG = LoggerFactory.getLogger(ReplaySource.class);

  private final ReplayAttempts attempts;
  private final ReplayLander lander;
  private final RulesInForce rules;
  private final UnitCommitter committer;
  private final ReplayWork settings;
  private final Surroundings surroundings;
  private final Turns turns = new Turns();

  /** Read and written by the one whose turn it is. */
  private Optional<ReplayOutcome.Refused> refused = Optional.empty();

  private boolean noStream;

  public ReplaySource(
      ReplayWork settings,
      ObjectStore store,
      UnitCommitter committer,
      RunMonitor monitor,
      Surroundings surroundings) {
    this.settings = settings;
    this.committer = committer;
    this.surroundings = surroundings;
    this.attempts = new ReplayAttempts(store, surroundings.clock());
    this.lander = new ReplayLander(settings.stream(), store, monitor, surroundings);
    this.rules = new RulesInForce(settings, surroundings);
  }

  /** The works that come next, in order. Each has to be {@link #over} at some time. */
  public void announce(List<UnitWork> works) {
    turns.announce(
        works.stream()
            .filter(work -> work.source() instanceof UnitWork.Source.Stream)
            .map(UnitWork::unit)
            .toList());
  }

  /** The work has ended, whether it asked for something or not. */
  public void over(UnitWork work) {
    turns.over(work.unit());
  }

  @Override
  public Set<String> landingKeys(UnitWork work) {
    // Every request has a key of its own, and the lander makes good what was left of one.
    return Set.of();
  }

  @Override
  public Brought bring(UnitWork work, Optional<Manifest> held)
      throws IOException, InterruptedException {
    ReplayUnit unit = (ReplayUnit) work.unit();
    Optional<ReplayAccount> before =
        held.flatMap(Manifest::derived).flatMap(Holding.Derived::replay);
    if (before.isPresent()) {
      // A replacement that was committed, and killed before it cleared away what it replaced.
      attempts.discardBefore(unit, ReplayAccounts.firstAttempt(before.get()));
    }
    if (work.source() instanceof UnitWork.Source.Stream source) {
      try {
        turns.await(unit);
        return stream(unit, source.afresh(), held, before);
      } finally {
        turns.over(unit);
      }
    }
    return answers(unit, held, before);
  }

  private Brought answers(ReplayUnit unit, Optional<Manifest> held, Optional<ReplayAccount> before)
      throws IOException {
    LandedRange range = attempts.landed(unit);
    Optional<String> gone = gone(held, range);
    if (gone.isPresent()) {
      return failed(
          unit,
          gone.get()
              + " is gone, so its tables cannot be built again; they stay as they are. Bring it in"
              + " again: "
              + againWith());
    }
    if (range.attempts().isEmpty()) {
      return failed(unit, "no request for it has come to its end yet; replay goes on with it.");
    }
    ReplayAccount account = ReplayAccounts.of(range, before, Optional.empty());
    return new Brought.ToDerive(inputs(range), account, "");
  }

  private Brought stream(
      ReplayUnit unit, boolean afresh, Optional<Manifest> held, Optional<ReplayAccount> before)
      throws IOException, InterruptedException {
    RulesInForce.Seen seen = RulesInForce.Seen.NOT_LOOKED;
    if (afresh || requests(unit)) {
      if (refused.isPresent()) {
        return ended(
            new UnitOutcome.RefusedUnit(
                unit,
                refused.get().status(),
                "not asked for, because Replay answered "
                    + refused.get().status()
                    + " to a request before."));
      }
      if (noStream) {
        return failed(
            unit, "not asked for, because Replay knows no such stream: see the unit before.");
      }
      seen = rules.of(unit.stream());
      if (seen.none()) {
        return failed(unit, seen.trouble());
      }
    }
    ReplayOutcome outcome = afresh ? lander.landAfresh(unit) : lander.land(unit);
    if (outcome instanceof ReplayOutcome.Complete complete) {
      return toDerive(complete.range(), before, seen, "");
    }
    if (outcome instanceof ReplayOutcome.Incomplete incomplete) {
      return incomplete(incomplete, afresh, held, before, seen);
    }
    if (outcome instanceof ReplayOutcome.Refused refusal) {
      refused = Optional.of(refusal);
      return ended(new UnitOutcome.RefusedUnit(unit, refusal.status(), refusal.message()));
    }
    ReplayOutcome.Failed failure = (ReplayOutcome.Failed) outcome;
    noStream |= failure.ofTheStream();
    return failed(unit, failure.message());
  }

  private Brought incomplete(
      ReplayOutcome.Incomplete outcome,
      boolean afresh,
      Optional<Manifest> held,
      Optional<ReplayAccount> before,
      RulesInForce.Seen seen)
      throws IOException {
    ReplayUnit unit = outcome.unit();
    LandedRange range = afresh ? withThoseOfBefore(outcome.range(), unit) : outcome.range();
    if (held.isPresent() && (afresh || gone(held, range).isPresent())) {
      return ended(
          new UnitOutcome.IncompleteUnit(
              unit, Built.NOTHING, outcome.message() + " What the archive holds of it stays."));
    }
    boolean nothingNew =
        range.attempts().isEmpty()
            || (before.filter(known -> ReplayAccounts.knows(known, range)).isPresent()
                && !committer.isTorn(unit));
    return nothingNew
        ? ended(new UnitOutcome.IncompleteUnit(unit, Built.NOTHING, outcome.message()))
        : toDerive(range, before, seen, range.missing().isEmpty() ? "" : outcome.message());
  }

  /**
   * Answers that no manifest speaks of yet are all that there is of minutes that are forgotten by
   * now, so they count where new ones do not do without them.
   */
  private LandedRange withThoseOfBefore(LandedRange afresh, ReplayUnit unit) throws IOException {
    LandedRange all = attempts.landed(unit);
    return new LandedRange(all.attempts(), all.minutes(), all.warnings(), afresh.requests());
  }

  /** The first answer that held tables were built from and that is not there any more. */
  private static Optional<String> gone(Optional<Manifest> held, LandedRange range) {
    Map<String, String> there = new HashMap<>();
    range.derivable().forEach(landed -> there.put(landed.key(), landed.sha256()));
    return held.flatMap(Manifest::derived).stream()
        .flatMap(derived -> derived.landed().stream())
        .filter(answer -> !answer.sha256().equals(there.get(answer.key())))
        .map(LandedFacts::key)
        .findFirst();
  }

  private static Brought toDerive(
      LandedRange range, Optional<ReplayAccount> before, RulesInForce.Seen seen, String missing) {
    return new Brought.ToDerive(
        inputs(range), ReplayAccounts.of(range, before, seen.rules()), missing);
  }

  /** Whether landing the unit is going to ask the service for something. */
  private boolean requests(ReplayUnit unit) throws IOException {
    LandedRange range = attempts.landed(unit);
    return settings.stream().waitUntilAvailable()
        ? !range.missing().isEmpty()
        : Availability.of(unit.range(), surroundings.clock().instant())
            .obtainable()
            .filter(range.missing()::touches)
            .isPresent();
  }

  private static List<LandedInput> inputs(LandedRange range) {
    return range.derivable().stream().map(LandedInput::of).toList();
  }

  private static Brought ended(UnitOutcome outcome) {
    return new Brought.Ended(outcome);
  }

  private static Brought failed(ReplayUnit unit, String message) {
    return ended(new UnitOutcome.FailedUnit(unit, message));
  }

  /** What was landed before a replacement is not spoken of any more. */
  @Override
  public void committed(UnitWork work, Manifest manifest) {
    Optional<ReplayAccount> account = manifest.derived().flatMap(Holding.Derived::replay);
    if (!(work.source() instanceof UnitWork.Source.Stream source)
        || !source.afresh()
        || account.isEmpty()) {
      return;
    }
    ReplayUnit unit = (ReplayUnit) work.unit();
    try {
      attempts.discardBefore(unit, ReplayAccounts.firstAttempt(account.get()));
    } catch (IOException e) {
      LOG.warn(
          "{} is replaced, but what was landed before could not be removed; the next replacement or"
              + " derive does it: {}",
          unit.name(),
          Failures.inOneLine(e));
    }
  }

  @Override
  public String withdrawn(UnitWork work, LineCounts counts) {
    return "what was landed stays; derive builds the tables from it, without the network.";
  }

  @Override
  public String againWith() {
    return "replay --onExisting=replace, as long as Replay has it.";
  }

  @Override
  public void close() throws IOException {
    lander.close();
  }
}

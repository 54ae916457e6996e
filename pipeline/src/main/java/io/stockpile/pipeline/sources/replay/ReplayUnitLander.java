package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.Generation;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.replay.Availability;
import io.stockpile.connectors.replay.ReplayLander;
import io.stockpile.connectors.replay.ReplayOutcome;
import io.stockpile.connectors.replay.attempts.LandedAttempt;
import io.stockpile.connectors.replay.attempts.LandedRange;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.build.BuildAlong;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.unit.DerivedSummary;
import io.stockpile.pipeline.unit.LanderContext;
import io.stockpile.pipeline.unit.LandingResult;
import io.stockpile.pipeline.unit.UnitLander;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lands spans of Replay's streams and requests every gap again, or finds what was landed.
 * Thread-safe.
 */
final class ReplayUnitLander implements UnitLander {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayUnitLander.class);

  private final ReplayAttempts attempts;
  private final ReplayLander lander;
  private final RulesInForce rules;
  private final UnitCommitter committer;
  private final ReplayAccess settings;
  private final Surroundings surroundings;

  /** Not synchronized: units of one account share a budget and are landed one after the other. */
  private Optional<ReplayOutcome.Refused> refused = Optional.empty();

  private boolean hopeless;

  private ReplayUnitLander(ReplayAccess settings, LanderContext context) {
    this.settings = settings;
    this.committer = context.committer();
    this.surroundings = context.surroundings();
    this.attempts = new ReplayAttempts(context.store(), surroundings.clock());
    this.lander =
        new ReplayLander(settings.stream(), context.store(), context.listener(), surroundings);
    this.rules = new RulesInForce(settings, surroundings);
  }

  /** Makes the lander; its settings hold no secret. */
  record Factory(ReplayAccess access) implements UnitLander.Factory {
    @Override
    public UnitLander open(LanderContext context) {
      return new ReplayUnitLander(access, context);
    }
  }

  @Override
  public Set<String> landingKeys(UnitWork work) {
    // Every request has a key of its own, and what an earlier run left of one is handled by the
    // lander itself.
    return Set.of();
  }

  @Override
  public LandingResult land(UnitWork work, Optional<Manifest> held, BuildAlong along)
      throws IOException, InterruptedException {
    ReplayUnit unit = (ReplayUnit) work.unit();
    Optional<ReplayAccount> before =
        held.flatMap(Manifest::derived).flatMap(ManifestContent.Derived::replay);
    if (before.isPresent()) {
      // A replacement was committed but killed before it removed what it replaced.
      attempts.discardBefore(unit, ReplayAccounts.firstAttempt(before.get()));
    }
    return work.from() instanceof UnitWork.From.Service service
        ? stream(unit, service.afresh(), held, before)
        : answers(unit, held, before);
  }

  private LandingResult answers(
      ReplayUnit unit, Optional<Manifest> held, Optional<ReplayAccount> before) throws IOException {
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
    return landed(range, held, account, "");
  }

  private LandingResult stream(
      ReplayUnit unit, boolean afresh, Optional<Manifest> held, Optional<ReplayAccount> before)
      throws IOException, InterruptedException {
    RulesInForce.Seen seen = RulesInForce.Seen.NOT_LOOKED;
    if (afresh || requests(unit)) {
      if (refused.isPresent()) {
        return settled(
            new UnitOutcome.RefusedUnit(
                unit,
                refused.get().status(),
                "not asked for, because Replay answered "
                    + refused.get().status()
                    + " to a request before."));
      }
      if (hopeless) {
        return failed(unit, "not asked for, because it would end like the unit before: see there.");
      }
      seen = rules.of(unit.stream());
      if (seen.none()) {
        return failed(unit, seen.trouble());
      }
    }
    ReplayOutcome outcome = afresh ? lander.landAfresh(unit) : lander.land(unit);
    if (outcome instanceof ReplayOutcome.Complete complete) {
      return toDerive(complete.range(), held, before, seen, "");
    }
    if (outcome instanceof ReplayOutcome.Incomplete incomplete) {
      return incomplete(incomplete, afresh, held, before, seen);
    }
    if (outcome instanceof ReplayOutcome.Refused refusal) {
      refused = Optional.of(refusal);
      return settled(new UnitOutcome.RefusedUnit(unit, refusal.status(), refusal.message()));
    }
    ReplayOutcome.Failed failure = (ReplayOutcome.Failed) outcome;
    hopeless |= failure.ofTheStream();
    return failed(unit, failure.message());
  }

  private LandingResult incomplete(
      ReplayOutcome.Incomplete outcome,
      boolean afresh,
      Optional<Manifest> held,
      Optional<ReplayAccount> before,
      RulesInForce.Seen seen)
      throws IOException {
    ReplayUnit unit = outcome.unit();
    LandedRange range = afresh ? withThoseOfBefore(outcome.range(), unit) : outcome.range();
    if (held.isPresent() && (afresh || gone(held, range).isPresent())) {
      return settled(
          new UnitOutcome.IncompleteUnit(
              unit,
              DerivedSummary.NOTHING,
              outcome.message() + " What the archive holds of it stays."));
    }
    boolean nothingNew =
        range.attempts().isEmpty()
            || (before.filter(known -> ReplayAccounts.knows(known, range)).isPresent()
                && !committer.isTorn(unit));
    return nothingNew
        ? settled(new UnitOutcome.IncompleteUnit(unit, DerivedSummary.NOTHING, outcome.message()))
        : toDerive(range, held, before, seen, range.missing().isEmpty() ? "" : outcome.message());
  }

  /**
   * Adds answers of earlier runs that no manifest names yet, if the new ones leave gaps. They may
   * be all that is left of minutes that the service has dropped by now.
   */
  private LandedRange withThoseOfBefore(LandedRange afresh, ReplayUnit unit) throws IOException {
    LandedRange all = attempts.landed(unit);
    return new LandedRange(all.attempts(), all.minutes(), all.warnings(), afresh.requests());
  }

  /**
   * The first answer that the held tables were built from and that does not exist any more; empty
   * when all exist.
   */
  private static Optional<String> gone(Optional<Manifest> held, LandedRange range) {
    Map<String, String> there = new HashMap<>();
    range.derivable().forEach(landed -> there.put(landed.key(), landed.sha256()));
    return held.flatMap(Manifest::derived).stream()
        .flatMap(derived -> derived.landed().stream())
        .filter(
            answer -> !answer.originalSha256().equals(there.get(Generation.firstKey(answer.key()))))
        .map(LandedFacts::key)
        .findFirst();
  }

  private static LandingResult toDerive(
      LandedRange range,
      Optional<Manifest> held,
      Optional<ReplayAccount> before,
      RulesInForce.Seen seen,
      String missing) {
    return landed(range, held, ReplayAccounts.of(range, before, seen.rules()), missing);
  }

  private static LandingResult landed(
      LandedRange range, Optional<Manifest> held, ReplayAccount account, String missing) {
    Map<String, LandedFacts> erased = new HashMap<>();
    held.flatMap(Manifest::derived).stream()
        .flatMap(derived -> derived.landed().stream())
        .filter(LandedFacts::isErased)
        .forEach(facts -> erased.put(Generation.firstKey(facts.key()), facts));
    return new LandingResult.Landed(
        range.derivable().stream().map(answer -> input(answer, erased.get(answer.key()))).toList(),
        Vocabulary.TWITTER,
        Optional.of(account),
        LandingResult.Shortfall.incomplete(missing));
  }

  /**
   * @param erasedOrNull the facts of the answer if something was erased from it; null otherwise
   */
  private static LandedInput input(LandedAttempt answer, LandedFacts erasedOrNull) {
    return erasedOrNull == null
        ? LandedInput.cut(answer.key(), answer.bytes(), answer.sha256())
        : LandedInput.of(erasedOrNull, LandedInput.Ending.ANYWHERE);
  }

  /** Whether landing the unit will need a request. */
  private boolean requests(ReplayUnit unit) throws IOException {
    LandedRange range = attempts.landed(unit);
    return settings.stream().waitUntilAvailable()
        ? !range.missing().isEmpty()
        : Availability.of(unit.range(), surroundings.clock().instant())
            .obtainable()
            .filter(range.missing()::touches)
            .isPresent();
  }

  private static LandingResult settled(UnitOutcome outcome) {
    return new LandingResult.Settled(outcome);
  }

  private static LandingResult failed(ReplayUnit unit, String message) {
    return LandingResult.Settled.failed(unit, message);
  }

  /** Removes what was landed before a replacement; no manifest names it any more. */
  @Override
  public void committed(UnitWork work, Manifest manifest) {
    Optional<ReplayAccount> account = manifest.derived().flatMap(ManifestContent.Derived::replay);
    if (!(work.from() instanceof UnitWork.From.Service service)
        || !service.afresh()
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
  public String withdraw(UnitWork work, LineCounts counts) {
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

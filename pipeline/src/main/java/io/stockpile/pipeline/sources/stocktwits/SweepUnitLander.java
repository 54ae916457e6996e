package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.connectors.stocktwits.ApiSettings;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.stocktwits.Page;
import io.stockpile.connectors.stocktwits.sweeps.SweepEnd;
import io.stockpile.connectors.stocktwits.sweeps.SweepFacts;
import io.stockpile.connectors.stocktwits.sweeps.SweepGoal;
import io.stockpile.connectors.stocktwits.sweeps.SweepLander;
import io.stockpile.connectors.stocktwits.sweeps.SweepOutcome;
import io.stockpile.connectors.stocktwits.sweeps.SweepPages;
import io.stockpile.connectors.stocktwits.sweeps.SweepUnit;
import io.stockpile.connectors.stocktwits.sweeps.Trouble;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.build.BuildAlong;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.PageLayout;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.SweepAccount;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.unit.DerivedSummary;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.LanderContext;
import io.stockpile.pipeline.unit.LandingResult;
import io.stockpile.pipeline.unit.UnitLander;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lands the sweeps of a run, or finds those that were landed. Sweeps share one budget, so they are
 * landed one after the other.
 */
final class SweepUnitLander implements UnitLander {
  private final ObjectStore store;
  private final SweepLander lander;
  private final Map<SweepUnit, PlannedSweep> sweeps;

  private SweepUnitLander(Factory factory, LanderContext context) {
    this.store = context.store();
    this.sweeps =
        factory.sweeps().stream()
            .collect(Collectors.toMap(sweep -> sweep.goal().unit(), sweep -> sweep));
    this.lander =
        new SweepLander(
            factory.settings(),
            factory.sweeps().stream().map(PlannedSweep::goal).toList(),
            store,
            context.listener(),
            context.surroundings());
  }

  /** Makes the lander; its settings hold no secret. */
  record Factory(ApiSettings settings, List<PlannedSweep> sweeps) implements UnitLander.Factory {
    @Override
    public UnitLander open(LanderContext context) {
      return new SweepUnitLander(this, context);
    }
  }

  @Override
  public Set<String> landingKeys(UnitWork work) {
    boolean lands = work.from() instanceof UnitWork.From.Service;
    return lands ? Set.of(((SweepUnit) work.unit()).landedKey()) : Set.of();
  }

  @Override
  public LandingResult land(UnitWork work, Optional<Manifest> held, BuildAlong along)
      throws IOException, InterruptedException {
    SweepUnit unit = (SweepUnit) work.unit();
    if (work.from() instanceof UnitWork.From.Landed landed) {
      return landed(unit, landed.known(), held);
    }
    SweepOutcome outcome = lander.land(unit);
    if (outcome instanceof SweepOutcome.Nothing nothing) {
      return new LandingResult.Settled(nothing(unit, nothing.trouble()));
    }
    return swept((SweepOutcome.Swept) outcome, sweeps.get(unit));
  }

  private LandingResult swept(SweepOutcome.Swept swept, PlannedSweep planned) {
    boolean met = swept.end() == SweepEnd.MET;
    SweepAccount account =
        account(
            swept.unit().stream(),
            swept.facts(),
            SweepAccount.End.valueOf(swept.end().name()),
            met ? planned.floorSweep() : "");
    LandingResult.Shortfall shortfall =
        swept
            .trouble()
            .map(SweepUnitLander::shortfall)
            .orElseGet(() -> LandingResult.Shortfall.incomplete(gap(swept, planned.goal())));
    LandedInput input = LandedInput.unproven(swept.unit().landedKey());
    return result(swept.unit(), input, account, shortfall);
  }

  /**
   * A sentence about the gap that is left because the service had no older records before the sweep
   * met held ones; empty when there is no gap.
   */
  private static String gap(SweepOutcome.Swept swept, SweepGoal goal) {
    if (swept.end() != SweepEnd.END || goal.floor() == Page.NOTHING) {
      return "";
    }
    long oldest = swept.facts().oldest() == Page.NOTHING ? goal.below() : swept.facts().oldest();
    if (oldest == Page.NEWEST) {
      return swept.unit().stream()
          + ": the service shows nothing, where the archive holds records up to the id "
          + goal.floor()
          + ".";
    }
    String ids =
        "%s: the service shows nothing below the id %d, and the archive holds nothing above %d"
            .formatted(swept.unit().stream(), oldest, goal.floor());
    return goal.below() == Page.NEWEST
        ? ids + "; the next collect asks for what lies between once more."
        : ids + ". What lies between is missing for good, as status says from now on.";
  }

  private static LandingResult.Shortfall shortfall(Trouble trouble) {
    JobResult result =
        switch (trouble.kind()) {
          case INCOMPLETE -> JobResult.INCOMPLETE;
          case REFUSED -> JobResult.REFUSED;
          case FAILED -> JobResult.FAILED;
        };
    return new LandingResult.Shortfall(result, trouble.message());
  }

  private static UnitOutcome nothing(SweepUnit unit, Trouble trouble) {
    return switch (trouble.kind()) {
      case INCOMPLETE ->
          new UnitOutcome.IncompleteUnit(unit, DerivedSummary.NOTHING, trouble.message());
      case REFUSED -> new UnitOutcome.RefusedUnit(unit, trouble.status(), trouble.message());
      case FAILED -> new UnitOutcome.FailedUnit(unit, trouble.message());
    };
  }

  private LandingResult landed(SweepUnit unit, List<LandedInput> known, Optional<Manifest> held)
      throws IOException {
    SweepPages pages = new SweepPages(store, unit);
    Optional<LandedInput> proven =
        known.stream().filter(part -> part.key().startsWith(unit.landingPrefix())).findFirst();
    if (store.find(proven.map(LandedInput::key).orElse(unit.landedKey())).isEmpty()) {
      return held.isPresent()
          ? LandingResult.Settled.failed(
              unit,
              unit.landedKey()
                  + " is gone, so its tables cannot be built again; they stay as they are.")
          : new LandingResult.Settled(
              new UnitOutcome.IncompleteUnit(
                  unit,
                  DerivedSummary.NOTHING,
                  unit.stream()
                      + ": the sweep of "
                      + unit.begun()
                      + " has not come to its end; the next collect goes on with it."));
    }
    Optional<SweepAccount> before =
        held.flatMap(Manifest::derived).flatMap(ManifestContent.Derived::sweep);
    SweepAccount account =
        before.isPresent() ? before.get() : account(unit.stream(), pages.facts());
    return result(
        unit,
        proven.orElseGet(() -> LandedInput.unproven(unit.landedKey())),
        account,
        LandingResult.Shortfall.NONE);
  }

  private static LandingResult result(
      SweepUnit unit, LandedInput input, SweepAccount account, LandingResult.Shortfall shortfall) {
    PageLayout layout =
        new PageLayout(
            unit.stream().toString(),
            unit.stream().holds().stream()
                .map(held -> new PageLayout.Part(held.path(), held.kind().word()))
                .toList());
    return new LandingResult.Landed(
        List.of(input.withLayout(layout)),
        Vocabulary.STOCKTWITS_PAGES,
        Optional.of(account),
        shortfall);
  }

  /** The account of a sweep whose end was not recorded. */
  private static SweepAccount account(ApiStream stream, SweepFacts facts) {
    return account(stream, facts, facts.more() ? SweepAccount.End.CUT : SweepAccount.End.END, "");
  }

  private static SweepAccount account(
      ApiStream stream, SweepFacts facts, SweepAccount.End end, String meets) {
    boolean none = facts.oldest() == Page.NOTHING;
    return new SweepAccount(
        stream.toString(),
        none ? null : facts.newest(),
        none ? null : facts.oldest(),
        meets.isEmpty() ? null : meets,
        facts.pages(),
        facts.more(),
        facts.records(),
        end,
        facts.below() == Page.NEWEST ? null : facts.below(),
        facts.oldestAt().orElse(null));
  }

  @Override
  public String withdraw(UnitWork work, LineCounts counts) {
    return "what was landed stays; derive builds the tables from it, without the network.";
  }

  @Override
  public String againWith() {
    return "what the service still shows comes with the next collect.";
  }

  @Override
  public void close() throws IOException {
    lander.close();
  }
}

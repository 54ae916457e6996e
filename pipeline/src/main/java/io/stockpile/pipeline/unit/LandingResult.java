package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.UnitAccount;
import io.stockpile.pipeline.records.Vocabulary;
import java.util.List;
import java.util.Optional;

/** The result of landing one unit. */
public sealed interface LandingResult {

  /**
   * There are landed bytes to build tables from.
   *
   * @param inputs the landed objects; line numbers go on from one to the next, in this order
   * @param vocabulary whose records their lines are
   * @param account the requests that brought them; empty for a source that keeps no such account
   * @param shortfall what is missing of the unit
   */
  record Landed(
      List<LandedInput> inputs,
      Vocabulary vocabulary,
      Optional<UnitAccount> account,
      Shortfall shortfall)
      implements LandingResult {
    public Landed {
      inputs = List.copyOf(inputs);
    }

    /** The same, with what a manifest says was erased of the objects that it names. */
    Landed remembering(List<LandedFacts> named) {
      List<LandedInput> known =
          inputs.stream()
              .map(
                  input ->
                      named.stream()
                          .filter(facts -> facts.isErased() && facts.key().equals(input.key()))
                          .map(facts -> LandedInput.of(facts, input.ending()))
                          .findFirst()
                          .map(found -> found.withLayout(input.layout()))
                          .orElse(input))
              .toList();
      return new Landed(known, vocabulary, account, shortfall);
    }

    /** The result for a unit that is one object. */
    public static Landed whole(LandedInput input, Vocabulary vocabulary) {
      return new Landed(List.of(input), vocabulary, Optional.empty(), Shortfall.NONE);
    }
  }

  /**
   * What is missing of a unit although it is committed.
   *
   * @param result what that means for the job; {@link JobResult#COMPLETE} when nothing is missing
   * @param message what is missing, why, and what can be done about it; empty when nothing is
   *     missing
   */
  record Shortfall(JobResult result, String message) {
    /** Nothing is missing. */
    public static final Shortfall NONE = new Shortfall(JobResult.COMPLETE, "");

    /** Something cannot be obtained. */
    public static Shortfall incomplete(String message) {
      return message.isEmpty() ? NONE : new Shortfall(JobResult.INCOMPLETE, message);
    }

    /** The outcome of a unit that was committed although this is missing. */
    UnitOutcome outcome(ArchiveUnit unit, DerivedSummary derived) {
      return switch (result) {
        case COMPLETE, DIFFERENT -> new UnitOutcome.Committed(unit, derived);
        case INCOMPLETE -> new UnitOutcome.IncompleteUnit(unit, derived, message);
        case FAILED, REFUSED -> new UnitOutcome.CutUnit(unit, derived, result, message);
      };
    }
  }

  /** The work on the unit has ended, and there is nothing to build. */
  record Settled(UnitOutcome outcome) implements LandingResult {
    /** Landing failed, for the reason in the message. */
    public static Settled failed(ArchiveUnit unit, String message) {
      return new Settled(new UnitOutcome.FailedUnit(unit, message));
    }
  }
}

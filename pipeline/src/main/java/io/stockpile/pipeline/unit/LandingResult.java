package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.UnitAccount;
import io.stockpile.pipeline.records.Vocabulary;
import java.util.List;
import java.util.Optional;

/** The result of landing one unit. */
public sealed interface LandingResult {

  /**
   * Bytes to build tables from.
   *
   * @param inputs the landed objects; lines are numbered through all of them, in this order
   * @param vocabulary what their lines speak of
   * @param account the requests that brought them; empty for a source that keeps no such account
   * @param shortfall what of the unit they are not
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

    /** One object that is all of the unit. */
    public static Landed whole(LandedInput input, Vocabulary vocabulary) {
      return new Landed(List.of(input), vocabulary, Optional.empty(), Shortfall.NONE);
    }
  }

  /**
   * What is missing of a unit although it is committed.
   *
   * @param result what that means; {@link JobResult#COMPLETE} when nothing is missing
   * @param message what is missing, why, and what can be done about it; empty when nothing is
   */
  record Shortfall(JobResult result, String message) {
    /** Nothing is missing. */
    public static final Shortfall NONE = new Shortfall(JobResult.COMPLETE, "");

    /** Something is not to be had. */
    public static Shortfall incomplete(String message) {
      return message.isEmpty() ? NONE : new Shortfall(JobResult.INCOMPLETE, message);
    }

    /** The outcome of a unit that was committed with what there was. */
    UnitOutcome outcome(ArchiveUnit unit, DerivedSummary derived) {
      return switch (result) {
        case COMPLETE, DIFFERENT -> new UnitOutcome.Committed(unit, derived);
        case INCOMPLETE -> new UnitOutcome.IncompleteUnit(unit, derived, message);
        case FAILED, REFUSED -> new UnitOutcome.CutUnit(unit, derived, result, message);
      };
    }
  }

  /** The unit has ended without anything to build. */
  record Settled(UnitOutcome outcome) implements LandingResult {
    /** It failed, for the reason in the message. */
    public static Settled failed(ArchiveUnit unit, String message) {
      return new Settled(new UnitOutcome.FailedUnit(unit, message));
    }
  }
}

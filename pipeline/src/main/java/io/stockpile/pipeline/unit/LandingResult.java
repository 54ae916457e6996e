package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.ReplayAccount;
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
   * @param missing which minutes are missing and what can be done about it; empty when none are
   */
  record Landed(
      List<LandedInput> inputs,
      Vocabulary vocabulary,
      Optional<ReplayAccount> account,
      String missing)
      implements LandingResult {
    public Landed {
      inputs = List.copyOf(inputs);
    }

    /** One object that is all of the unit. */
    public static Landed whole(LandedInput input, Vocabulary vocabulary) {
      return new Landed(List.of(input), vocabulary, Optional.empty(), "");
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

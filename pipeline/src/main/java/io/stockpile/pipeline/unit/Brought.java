package io.stockpile.pipeline.unit;

import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.ReplayAccount;
import java.util.List;
import java.util.Optional;

/** What came of bringing a unit's bytes. */
public sealed interface Brought {

  /**
   * There is something to build tables from.
   *
   * @param inputs in order
   * @param accountOrNull what was requested of Replay; null for another source
   * @param missing which minutes are missing and what can be done about it; empty when none are
   */
  record ToDerive(List<LandedInput> inputs, ReplayAccount accountOrNull, String missing)
      implements Brought {
    public ToDerive {
      inputs = List.copyOf(inputs);
    }

    public static ToDerive of(LandedInput input) {
      return new ToDerive(List.of(input), null, "");
    }

    Optional<ReplayAccount> account() {
      return Optional.ofNullable(accountOrNull);
    }
  }

  /** The work on the unit is over. */
  record Ended(UnitOutcome outcome) implements Brought {}
}

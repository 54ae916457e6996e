package io.stockpile.connectors.stocktwits.sweeps;

import java.util.Optional;

/** How a sweep ended in this run. */
public sealed interface SweepOutcome {
  SweepUnit unit();

  /**
   * Its pages were landed in one object.
   *
   * @param trouble why it was interrupted; empty when it has reached its end
   */
  record Swept(SweepUnit unit, SweepFacts facts, SweepEnd end, Optional<Trouble> trouble)
      implements SweepOutcome {}

  /** No page was landed. */
  record Nothing(SweepUnit unit, Trouble trouble) implements SweepOutcome {}
}

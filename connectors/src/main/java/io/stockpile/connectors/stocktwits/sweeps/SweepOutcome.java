package io.stockpile.connectors.stocktwits.sweeps;

import java.util.Optional;

/** How a sweep ended in this run. */
public sealed interface SweepOutcome {
  SweepUnit unit();

  /**
   * Its pages are landed, in one object.
   *
   * @param trouble why it has not come to its end; empty when it has
   */
  record Swept(SweepUnit unit, SweepFacts facts, SweepEnd end, Optional<Trouble> trouble)
      implements SweepOutcome {}

  /** No page is landed. */
  record Nothing(SweepUnit unit, Trouble trouble) implements SweepOutcome {}
}

package io.stockpile.pipeline.beam;

import io.stockpile.connectors.replay.ReplayOutcome;
import io.stockpile.connectors.replay.attempts.LandedRange;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.records.Vocabulary;
import org.apache.beam.sdk.transforms.DoFn;

/** Turns outcomes of landing ranges into units to read. */
final class LandedRangeFn extends DoFn<ReplayOutcome, LandedUnit> {
  private static final long serialVersionUID = 1L;

  private final boolean missingAllowed;

  LandedRangeFn(boolean missingAllowed) {
    this.missingAllowed = missingAllowed;
  }

  @ProcessElement
  public void take(@Element ReplayOutcome outcome, OutputReceiver<LandedUnit> units)
      throws NotLandedException {
    if (outcome instanceof ReplayOutcome.Complete complete) {
      units.output(landed(outcome, complete.range()));
    } else if (outcome instanceof ReplayOutcome.Incomplete incomplete) {
      if (!missingAllowed) {
        throw new NotLandedException(
            outcome.unit().name()
                + " cannot be read as a whole, because minutes are missing: "
                + incomplete.message()
                + " With allowingMissingMinutes() what came is read.");
      }
      units.output(landed(outcome, incomplete.range()));
    } else if (outcome instanceof ReplayOutcome.Refused refused) {
      throw NotLandedException.of(refused.unit(), refused.message());
    } else if (outcome instanceof ReplayOutcome.Failed failed) {
      throw NotLandedException.of(failed.unit(), failed.message());
    }
  }

  private static LandedUnit landed(ReplayOutcome outcome, LandedRange range) {
    return new LandedUnit(
        outcome.unit(),
        Vocabulary.TWITTER,
        range.derivable().stream()
            .map(answer -> LandedInput.cut(answer.key(), answer.bytes(), answer.sha256()))
            .toList());
  }
}

package io.stockpile.pipeline.beam;

import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.records.Vocabulary;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;

/** Turns outcomes of landing files into units to read. */
final class LandedFileFn extends DoFn<LandingOutcome, LandedUnit> {
  private static final long serialVersionUID = 1L;

  private final boolean absentAllowed;

  LandedFileFn(boolean absentAllowed) {
    this.absentAllowed = absentAllowed;
  }

  @ProcessElement
  public void take(@Element LandingOutcome outcome, OutputReceiver<LandedUnit> units)
      throws NotLandedException {
    if (outcome instanceof LandingOutcome.Landed landed) {
      units.output(
          new LandedUnit(
              landed.unit(), Vocabulary.STOCKTWITS, List.of(LandedInput.of(landed.file()))));
    } else if (outcome instanceof LandingOutcome.Absent absent) {
      if (!absentAllowed) {
        throw new NotLandedException(
            absent.unit().name()
                + " cannot be read, because the service does not have it: "
                + absent.message()
                + " With allowingAbsent() such days are days without rows.");
      }
    } else if (outcome instanceof LandingOutcome.Refused refused) {
      throw NotLandedException.of(refused.unit(), refused.message());
    } else if (outcome instanceof LandingOutcome.Failed failed) {
      throw NotLandedException.of(failed.unit(), failed.message());
    }
  }
}

package io.stockpile.pipeline.unit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.json.RecordFile;
import java.time.Instant;

/** The file in which a worker tells the driver how a unit ended, version 1. */
final class OutcomeFile {
  private static final int VERSION = 1;

  private OutcomeFile() {}

  private enum Word {
    COMMITTED,
    INCOMPLETE,
    CUT,
    HELD,
    ABSENT,
    REFUSED,
    FAILED
  }

  /** The member that says which other members there are. */
  private record Head(Word outcome) {}

  private record Committed(
      int version, String unit, Word outcome, @JsonUnwrapped DerivedSummary built) {}

  private record Incomplete(
      int version,
      String unit,
      Word outcome,
      String message,
      @JsonUnwrapped DerivedSummary built) {}

  private record Cut(
      int version,
      String unit,
      Word outcome,
      JobResult result,
      String message,
      @JsonUnwrapped DerivedSummary built) {}

  private record Absent(
      int version,
      String unit,
      Word outcome,
      String message,
      Instant firstSeen,
      int times,
      boolean kept) {}

  private record Refused(int version, String unit, Word outcome, String message, int status) {}

  /** The file of a unit that was held already, or that failed. */
  private record Told(int version, String unit, Word outcome, String message) {}

  static byte[] write(UnitOutcome outcome) {
    return RecordFile.write(shape(outcome, outcome.unit().name()));
  }

  private static Record shape(UnitOutcome outcome, String unit) {
    if (outcome instanceof UnitOutcome.Committed committed) {
      return new Committed(VERSION, unit, Word.COMMITTED, committed.built());
    }
    if (outcome instanceof UnitOutcome.IncompleteUnit incomplete) {
      return new Incomplete(
          VERSION, unit, Word.INCOMPLETE, incomplete.message(), incomplete.built());
    }
    if (outcome instanceof UnitOutcome.CutUnit cut) {
      return new Cut(VERSION, unit, Word.CUT, cut.result(), cut.message(), cut.built());
    }
    if (outcome instanceof UnitOutcome.AbsentUnit absent) {
      return new Absent(
          VERSION,
          unit,
          Word.ABSENT,
          absent.message(),
          absent.firstSeen(),
          absent.times(),
          absent.kept());
    }
    if (outcome instanceof UnitOutcome.RefusedUnit refused) {
      return new Refused(VERSION, unit, Word.REFUSED, refused.message(), refused.status());
    }
    Word word = outcome instanceof UnitOutcome.AlreadyHeld ? Word.HELD : Word.FAILED;
    return new Told(VERSION, unit, word, outcome.message());
  }

  static UnitOutcome read(ArchiveUnit unit, String where, byte[] content)
      throws BrokenRecordException {
    RecordFile file = RecordFile.parse(where, content, VERSION);
    return switch (file.as(Head.class, Head::outcome)) {
      case COMMITTED ->
          file.as(Committed.class, said -> new UnitOutcome.Committed(unit, said.built()));
      case INCOMPLETE ->
          file.as(
              Incomplete.class,
              said -> new UnitOutcome.IncompleteUnit(unit, said.built(), said.message()));
      case CUT ->
          file.as(
              Cut.class,
              said -> new UnitOutcome.CutUnit(unit, said.built(), said.result(), said.message()));
      case HELD -> file.as(Told.class, said -> new UnitOutcome.AlreadyHeld(unit, said.message()));
      case ABSENT ->
          file.as(
              Absent.class,
              said ->
                  new UnitOutcome.AbsentUnit(
                      unit, said.message(), said.firstSeen(), said.times(), said.kept()));
      case REFUSED ->
          file.as(
              Refused.class,
              said -> new UnitOutcome.RefusedUnit(unit, said.status(), said.message()));
      case FAILED -> file.as(Told.class, said -> new UnitOutcome.FailedUnit(unit, said.message()));
    };
  }
}

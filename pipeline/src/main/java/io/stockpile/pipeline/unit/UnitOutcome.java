package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.json.BrokenRecordException;
import java.time.Instant;

/** How the work on one unit ended. Every planned unit has one when the job has ended. */
public sealed interface UnitOutcome {
  ArchiveUnit unit();

  /** What it means for the job as a whole. */
  JobResult result();

  /** One or two sentences for people; empty when there is nothing to tell. */
  String message();

  /** The unit is in the archive now, all of it. */
  record Committed(ArchiveUnit unit, DerivedSummary built) implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.COMPLETE;
    }

    @Override
    public String message() {
      return "";
    }
  }

  /**
   * The unit is in the archive but for some minutes.
   *
   * @param built what was built now; nothing when nothing new came
   * @param message which minutes are missing, why, and until or from when they can be had
   */
  record IncompleteUnit(ArchiveUnit unit, DerivedSummary built, String message)
      implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.INCOMPLETE;
    }
  }

  /**
   * The unit is in the archive as far as it came before something went wrong; what is missing is
   * another unit's now.
   *
   * @param result what that means for the job: failed or refused
   * @param message what went wrong
   */
  record CutUnit(ArchiveUnit unit, DerivedSummary built, JobResult result, String message)
      implements UnitOutcome {}

  /** The unit was in the archive before this job came to it. */
  record AlreadyHeld(ArchiveUnit unit, String message) implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.COMPLETE;
    }
  }

  /**
   * The service does not have it.
   *
   * @param firstSeen when it said so for the first time
   * @param times how often
   * @param kept whether the archive holds the unit from an earlier time, and keeps it
   */
  record AbsentUnit(ArchiveUnit unit, String message, Instant firstSeen, int times, boolean kept)
      implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.INCOMPLETE;
    }
  }

  /** The service refused the credentials. */
  record RefusedUnit(ArchiveUnit unit, int status, String message) implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.REFUSED;
    }
  }

  /** It went wrong; a second run does it again. */
  record FailedUnit(ArchiveUnit unit, String message) implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.FAILED;
    }
  }

  /** As JSON, to be read by another process of the same run. */
  default byte[] toJson() {
    return OutcomeFile.write(this);
  }

  /**
   * Reads it back.
   *
   * @param unit that it is about
   * @param where the file's key, for messages
   */
  static UnitOutcome fromJson(ArchiveUnit unit, String where, byte[] json)
      throws BrokenRecordException {
    return OutcomeFile.read(unit, where, json);
  }
}

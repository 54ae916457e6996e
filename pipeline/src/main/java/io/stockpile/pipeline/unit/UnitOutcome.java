package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.json.BrokenRecordException;
import java.time.Instant;

/** How the work on one unit ended. When a job has ended, each planned unit has an outcome. */
public sealed interface UnitOutcome {
  ArchiveUnit unit();

  /** What the outcome means for the job as a whole. */
  JobResult result();

  /** One or two sentences for people; empty when there is nothing to tell. */
  String message();

  /** The unit was committed and is complete. */
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
   * The unit is in the archive, but some of its minutes are missing.
   *
   * @param built what was built this time; {@link DerivedSummary#NOTHING} when nothing new came
   * @param message which minutes are missing, why, and until when or from when they can be obtained
   */
  record IncompleteUnit(ArchiveUnit unit, DerivedSummary built, String message)
      implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.INCOMPLETE;
    }
  }

  /**
   * Something went wrong, and the part that came before is in the archive as this unit. The rest
   * belongs to another unit; or all of it is there, and what it replaces could not be removed.
   *
   * @param result what that means for the job: failed or refused
   * @param message what went wrong
   */
  record CutUnit(ArchiveUnit unit, DerivedSummary built, JobResult result, String message)
      implements UnitOutcome {}

  /** The unit was in the archive before this job began with it. */
  record AlreadyHeld(ArchiveUnit unit, String message) implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.COMPLETE;
    }
  }

  /**
   * The service does not have it.
   *
   * @param firstSeen when the service said so for the first time
   * @param times how often the service said so
   * @param kept whether the archive holds the unit from an earlier run, and keeps it
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

  /** Something went wrong. A second run works on the unit again. */
  record FailedUnit(ArchiveUnit unit, String message) implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.FAILED;
    }
  }

  /** The outcome as JSON, for another process of the same run. */
  default byte[] toJson() {
    return OutcomeFile.write(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param unit the unit that the outcome is about
   * @param where the file's key, for messages
   */
  static UnitOutcome fromJson(ArchiveUnit unit, String where, byte[] json)
      throws BrokenRecordException {
    return OutcomeFile.read(unit, where, json);
  }
}

package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.pipeline.archive.BrokenRecordException;
import io.stockpile.pipeline.derive.LineCounts;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the work on one unit ended. Every planned unit has one when a job is over. */
public sealed interface UnitOutcome {
  FirestreamUnit unit();

  /** What it means for the job as a whole. */
  JobResult result();

  /** One or two sentences for people; empty when there is nothing to tell. */
  String message();

  /**
   * The unit is in the archive now.
   *
   * @param reasons why lines were rejected, and how many
   * @param rejectedPath the file that holds them; empty when there are none
   * @param landedBytes size of what it was built from, compressed
   * @param writtenBytes size of what was built
   */
  record Committed(
      FirestreamUnit unit,
      LineCounts counts,
      SortedMap<String, Long> reasons,
      String rejectedPath,
      long landedBytes,
      long writtenBytes)
      implements UnitOutcome {
    public Committed {
      reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    @Override
    public JobResult result() {
      return JobResult.COMPLETE;
    }

    @Override
    public String message() {
      return "";
    }
  }

  /** The unit was in the archive before this job came to it. */
  record AlreadyHeld(FirestreamUnit unit, String message) implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.COMPLETE;
    }
  }

  /**
   * The service has it not.
   *
   * @param firstSeen when it said so for the first time
   * @param times how often
   * @param kept whether the archive holds the unit from an earlier time, and keeps it
   */
  record AbsentUnit(FirestreamUnit unit, String message, Instant firstSeen, int times, boolean kept)
      implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.INCOMPLETE;
    }
  }

  /** The service refused the credentials. */
  record RefusedUnit(FirestreamUnit unit, int status, String message) implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.REFUSED;
    }
  }

  /** It went wrong; a second run does it again. */
  record FailedUnit(FirestreamUnit unit, String message) implements UnitOutcome {
    @Override
    public JobResult result() {
      return JobResult.FAILED;
    }
  }

  /** As JSON, to be read by another process of the same run. */
  default byte[] toJson() {
    return OutcomeJson.write(this);
  }

  /**
   * Reads it back.
   *
   * @param unit that it is about
   * @param where the file's key, for messages
   */
  static UnitOutcome fromJson(FirestreamUnit unit, String where, byte[] json)
      throws BrokenRecordException {
    return OutcomeJson.read(unit, where, json);
  }
}

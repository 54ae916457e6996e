package io.stockpile.connectors.replay;

import io.stockpile.connectors.replay.attempts.LandedRange;
import io.stockpile.connectors.replay.units.ReplayUnit;
import java.io.Serializable;

/**
 * How the landing of one unit ended. Every end that can be expected is a value; messages hold no
 * secret.
 */
public sealed interface ReplayOutcome extends Serializable {
  ReplayUnit unit();

  /** Every minute is complete. */
  record Complete(ReplayUnit unit, LandedRange range) implements ReplayOutcome {}

  /**
   * Minutes are missing; what came is there.
   *
   * @param message which, why, and until or from when they can be had
   */
  record Incomplete(ReplayUnit unit, LandedRange range, Cause cause, String message)
      implements ReplayOutcome {}

  /** Why minutes are missing. */
  enum Cause {
    /** They still failed when all attempts were used up. */
    ATTEMPTS_USED_UP,
    /** They are too new. */
    NOT_YET_AVAILABLE,
    /** They are too old. */
    NO_MORE_AVAILABLE
  }

  /** The service itself refused the credentials: 401 or 403. */
  record Refused(ReplayUnit unit, int status, String message) implements ReplayOutcome {}

  /**
   * Nothing was promised: the archive failed, another process is at work on the unit, or the
   * service's answer cannot be mended by asking again. What was landed stays.
   *
   * @param ofTheStream whether another unit of the stream would end in the same way
   */
  record Failed(ReplayUnit unit, String message, boolean ofTheStream) implements ReplayOutcome {}
}

package io.stockpile.connectors.replay;

import io.stockpile.connectors.replay.attempts.LandedRange;
import io.stockpile.connectors.replay.units.ReplayUnit;
import java.io.Serializable;

/**
 * How the landing of one unit ended. All expected ends are values and not exceptions. Messages
 * contain no secret.
 */
public sealed interface ReplayOutcome extends Serializable {
  ReplayUnit unit();

  /** Every minute is complete. */
  record Complete(ReplayUnit unit, LandedRange range) implements ReplayOutcome {}

  /**
   * Minutes are missing; what was received is in the archive.
   *
   * @param message which minutes are missing, why, and until when or from when they can be obtained
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
   * The archive failed, another process works on the unit, or the service refuses and a retry would
   * not change that. What was landed stays.
   *
   * @param ofTheStream whether other units of the stream would fail in the same way
   */
  record Failed(ReplayUnit unit, String message, boolean ofTheStream) implements ReplayOutcome {}
}

package io.stockpile.connectors.landing;

import io.stockpile.connectors.ArchiveUnit;
import java.io.Serializable;

/**
 * How the landing of one unit ended. All expected ends are values and not exceptions. Messages
 * contain no secret and no query.
 */
public sealed interface LandingOutcome extends Serializable {
  ArchiveUnit unit();

  /**
   * The bytes are in the archive and were checked.
   *
   * @param fetched false when they were landed earlier and nothing was requested
   */
  record Landed(ArchiveUnit unit, LandedFile file, boolean fetched) implements LandingOutcome {}

  /**
   * The service itself answered 404: it does not have the file yet, does not have it any more, or
   * never had it.
   */
  record Absent(ArchiveUnit unit, String message) implements LandingOutcome {}

  /** The service itself refused the credentials: 401 or 403. */
  record Refused(ArchiveUnit unit, int status, String message) implements LandingOutcome {}

  /** Every attempt was used up, or the answer cannot be mended by asking again (400). */
  record Failed(ArchiveUnit unit, int attempts, String message) implements LandingOutcome {}
}

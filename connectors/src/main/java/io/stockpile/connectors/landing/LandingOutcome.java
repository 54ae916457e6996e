package io.stockpile.connectors.landing;

import io.stockpile.connectors.ArchiveUnit;
import java.io.Serializable;

/**
 * How the landing of one unit ended. Every end that can be expected is a value; messages hold no
 * secret and no query.
 */
public sealed interface LandingOutcome extends Serializable {
  ArchiveUnit unit();

  /**
   * The bytes are there and proven.
   *
   * @param fetched false when they were there already and nothing was requested
   */
  record Landed(ArchiveUnit unit, LandedFile file, boolean fetched) implements LandingOutcome {}

  /**
   * The service itself answered 404: it does not have the file yet, has it no more, or never had
   * it.
   */
  record Absent(ArchiveUnit unit, String message) implements LandingOutcome {}

  /** The service itself refused the credentials: 401 or 403. */
  record Refused(ArchiveUnit unit, int status, String message) implements LandingOutcome {}

  /** Every attempt was used up, or the answer cannot be mended by asking again (400). */
  record Failed(ArchiveUnit unit, int attempts, String message) implements LandingOutcome {}
}

package io.stockpile.connectors.landing;

import io.stockpile.connectors.firestream.FirestreamUnit;
import java.io.Serializable;

/**
 * How the landing of one unit ended. Every end that can be expected is a value; messages hold no
 * secret and no query.
 */
public sealed interface LandingOutcome extends Serializable {
  FirestreamUnit unit();

  /**
   * The bytes are there and proven.
   *
   * @param fetched false when they were there already and nothing was requested
   */
  record Landed(FirestreamUnit unit, LandedFile file, boolean fetched) implements LandingOutcome {}

  /** The service itself answered 404: not yet, never or no more. */
  record Absent(FirestreamUnit unit, String message) implements LandingOutcome {}

  /** The service itself refused the credentials: 401 or 403. */
  record Refused(FirestreamUnit unit, int status, String message) implements LandingOutcome {}

  /** Every attempt was used up, or the answer cannot be mended by asking again (400). */
  record Failed(FirestreamUnit unit, int attempts, String message) implements LandingOutcome {}
}

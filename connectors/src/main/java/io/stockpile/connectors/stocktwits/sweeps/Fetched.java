package io.stockpile.connectors.stocktwits.sweeps;

import io.stockpile.connectors.stocktwits.ApiAnswer;
import java.time.Instant;

/** The result of requesting a page, after all retries that may help. */
sealed interface Fetched {

  /** The page was received. */
  record Brought(ApiAnswer.Whole answer) implements Fetched {}

  /**
   * There is no page.
   *
   * @param kind what that means for the run
   * @param message what to print; contains no secret
   */
  record Nothing(Trouble.Kind kind, int status, String message) implements Fetched {}

  /** The budget is used up, and this run may not wait for the next request. */
  record UsedUp(Instant nextAt) implements Fetched {}

  /**
   * The service cannot be reached.
   *
   * @param message what to print; contains no secret
   */
  record Unreachable(String message) implements Fetched {}
}

package io.stockpile.connectors.stocktwits.sweeps;

import io.stockpile.connectors.stocktwits.ApiAnswer;
import java.time.Instant;

/** The result of asking for a page, after as many attempts as may help. */
sealed interface Fetched {

  /** The page, and what the service sent. */
  record Brought(ApiAnswer.Whole answer) implements Fetched {}

  /**
   * None.
   *
   * @param kind what that means
   * @param message for people, without a secret
   */
  record Nothing(Trouble.Kind kind, int status, String message) implements Fetched {}

  /** No request is allowed before a moment that is too late for this run. */
  record UsedUp(Instant nextAt) implements Fetched {}

  /**
   * No request reaches the service.
   *
   * @param message for people, without a secret
   */
  record Unreachable(String message) implements Fetched {}
}

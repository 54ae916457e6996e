package io.stockpile.connectors.stocktwits.sweeps;

/**
 * Why a sweep has not come to its end.
 *
 * @param status the HTTP status of a refusal; 0 otherwise
 * @param message for people, without a secret
 */
public record Trouble(Kind kind, int status, String message) {

  /** What it means for the run. */
  public enum Kind {
    /** It is not to be had now. */
    INCOMPLETE,
    /** Credentials are refused. */
    REFUSED,
    /** It failed; a second run goes on from here. */
    FAILED
  }
}

package io.stockpile.connectors.stocktwits.sweeps;

/**
 * Why a sweep was interrupted.
 *
 * @param status the HTTP status of a refusal; 0 otherwise
 * @param message what to print; contains no secret
 */
public record Trouble(Kind kind, int status, String message) {

  /** What the trouble means for the run. */
  public enum Kind {
    /** The rest cannot be obtained now. */
    INCOMPLETE,
    /** The credentials were refused. */
    REFUSED,
    /** Something failed. A second run continues from here. */
    FAILED
  }
}

package io.stockpile.connectors.firestream;

import java.io.IOException;

/**
 * Decides when to give up a file: after a number of attempts in a row without progress, or after
 * ten times as many requests. The second limit is for a server that sends only a few bytes each
 * time.
 */
final class AttemptBudget {
  /** How many new bytes an attempt must bring to count as progress. */
  static final long PROGRESS_BYTES = 64 * 1024;

  private static final int REQUESTS_PER_ATTEMPT = 10;

  private final int maxAttempts;
  private int attempts;
  private int failuresInARow;
  private int requests;

  AttemptBudget(int maxAttempts) {
    this.maxAttempts = maxAttempts;
  }

  /** No further request is allowed. */
  static final class SpentException extends IOException {
    private static final long serialVersionUID = 1L;

    SpentException(int requests) {
      super("no more than " + requests + " requests are made for one file");
    }
  }

  void countRequest() throws SpentException {
    int allowed = Math.multiplyExact(maxAttempts, REQUESTS_PER_ATTEMPT);
    if (requests == allowed) {
      throw new SpentException(allowed);
    }
    requests++;
  }

  void begin() {
    attempts++;
  }

  /** Counts a failed attempt and the new bytes that it brought. */
  void fail(long newBytes) {
    failuresInARow = newBytes >= PROGRESS_BYTES ? 0 : failuresInARow + 1;
  }

  boolean spent() {
    return failuresInARow >= maxAttempts;
  }

  int attempts() {
    return attempts;
  }

  int failuresInARow() {
    return failuresInARow;
  }
}

package io.stockpile.connectors.firestream;

import java.io.IOException;

/**
 * When to give up on one file: after a number of attempts in a row that brought nothing new, or
 * after ten times as many requests, so that a server that sends a few bytes each time comes to an
 * end too.
 */
final class AttemptBudget {
  /** What an attempt must bring to count as a step forward. */
  static final long PROGRESS_BYTES = 64 * 1024;

  private static final int REQUESTS_PER_ATTEMPT = 10;

  private final int maxAttempts;
  private int attempts;
  private int failuresInARow;
  private int requests;

  AttemptBudget(int maxAttempts) {
    this.maxAttempts = maxAttempts;
  }

  /** Thrown when the last request has been used up. */
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

  /** Counts a failed attempt, and the bytes that it was the first to bring. */
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

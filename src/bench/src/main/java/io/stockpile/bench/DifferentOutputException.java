package io.stockpile.bench;

/** What a job made is not what the data or the other jobs say it should be. */
final class DifferentOutputException extends Exception {
  private static final long serialVersionUID = 1;

  DifferentOutputException(String message) {
    super(message);
  }
}

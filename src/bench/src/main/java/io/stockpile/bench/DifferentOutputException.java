package io.stockpile.bench;

/**
 * The output of a job differs from the facts about the data, or from the outputs of the other jobs.
 */
final class DifferentOutputException extends Exception {
  private static final long serialVersionUID = 1;

  DifferentOutputException(String message) {
    super(message);
  }
}

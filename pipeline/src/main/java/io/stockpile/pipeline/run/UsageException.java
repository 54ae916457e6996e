package io.stockpile.pipeline.run;

/**
 * The arguments are wrong, and nothing was started. The message names the option, its value and
 * what is accepted.
 */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}

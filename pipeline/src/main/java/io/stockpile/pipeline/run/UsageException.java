package io.stockpile.pipeline.run;

/**
 * What the user asked for cannot be done as it was asked, and nothing was started. The message says
 * which option is wrong, what it was and what is accepted.
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

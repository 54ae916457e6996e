package io.stockpile.connectors.replay.attempts;

import java.io.IOException;

/**
 * The record of an attempt cannot be read. The message says what to do. Other units are not
 * affected.
 */
public final class BrokenAttemptException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenAttemptException(String message, Throwable cause) {
    super(message, cause);
  }
}

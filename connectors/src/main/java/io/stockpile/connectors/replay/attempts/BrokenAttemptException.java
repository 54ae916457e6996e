package io.stockpile.connectors.replay.attempts;

import java.io.IOException;

/**
 * What is written down of an attempt cannot be read; the message says what to do about it. Other
 * units have nothing to do with it.
 */
public final class BrokenAttemptException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenAttemptException(String message, Throwable cause) {
    super(message, cause);
  }
}

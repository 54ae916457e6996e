package io.stockpile.connectors.store;

import java.io.IOException;

/**
 * A pending object cannot be completed any more: its bytes are gone, and its key has no object or
 * another one.
 */
public final class PendingLostException extends IOException {
  private static final long serialVersionUID = 1L;

  public PendingLostException(String message, Throwable cause) {
    super(message, cause);
  }

  public PendingLostException(String message) {
    super(message);
  }
}

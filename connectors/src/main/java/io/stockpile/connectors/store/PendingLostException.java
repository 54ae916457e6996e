package io.stockpile.connectors.store;

import java.io.IOException;

/**
 * A pending object can no more be completed: its bytes are gone, and what is visible under its key
 * is not what it held.
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

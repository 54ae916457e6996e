package io.stockpile.connectors.store;

import java.io.IOException;

/**
 * A conditional write was refused, because another process has written the object since the caller
 * read it.
 */
public final class PreconditionFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  public PreconditionFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  public PreconditionFailedException(String message) {
    super(message);
  }
}

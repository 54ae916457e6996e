package io.stockpile.connectors.store;

import java.io.IOException;

/**
 * A conditional write found another state than its caller had seen: somebody else wrote the object
 * in between.
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

package io.stockpile.connectors.landing;

import java.io.IOException;

/** The archive failed, not the download, so asking the service again would not help. */
public final class StoreFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  public StoreFailedException(IOException cause) {
    super(
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
  }
}

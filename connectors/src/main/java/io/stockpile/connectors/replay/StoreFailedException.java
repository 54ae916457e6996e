package io.stockpile.connectors.replay;

import java.io.IOException;

/** The archive failed, not the stream: asking the service again would not help. */
final class StoreFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  StoreFailedException(IOException cause) {
    super(
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
  }
}

package io.stockpile.connectors.http;

import java.io.IOException;

/** A redirect that is not followed, and that asking again would not mend. */
public final class RedirectRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  public RedirectRefusedException(String message) {
    super(message);
  }
}

package io.stockpile.connectors.http;

import java.io.IOException;

/** A redirect that must not be followed. A retry would not change that. */
public final class RedirectRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  public RedirectRefusedException(String message) {
    super(message);
  }
}

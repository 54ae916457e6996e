package io.stockpile.connectors.rules;

import java.io.IOException;

/** The rules API refused a request. A retry would not change that. */
public final class RulesRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  RulesRefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The status of the answer; 401 and 403 mean that the credentials were refused. */
  public int status() {
    return status;
  }
}

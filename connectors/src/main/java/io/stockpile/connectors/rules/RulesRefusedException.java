package io.stockpile.connectors.rules;

import java.io.IOException;

/** The rules API did not do what it was asked for, and asking again would not change that. */
public final class RulesRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  RulesRefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The answer's status: 401 and 403 speak of the credentials. */
  public int status() {
    return status;
  }
}

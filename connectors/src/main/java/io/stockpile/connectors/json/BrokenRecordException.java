package io.stockpile.connectors.json;

import java.io.IOException;

/** A JSON file of the archive's bookkeeping cannot be read as what it should be. */
public final class BrokenRecordException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public BrokenRecordException(String where, String reason) {
    this(where, reason, null);
  }

  public BrokenRecordException(String where, String reason, Throwable cause) {
    super(where + " cannot be read: " + reason, cause);
    this.reason = reason;
  }

  /** What is wrong, without the file's name. */
  public String reason() {
    return reason;
  }
}

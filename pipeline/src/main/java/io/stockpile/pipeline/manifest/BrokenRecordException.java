package io.stockpile.pipeline.manifest;

import java.io.IOException;

/** A JSON file of the archive's own bookkeeping is not what it should be. */
public final class BrokenRecordException extends IOException {
  private static final long serialVersionUID = 1L;

  public BrokenRecordException(String where, String reason) {
    super(where + " cannot be read: " + reason);
  }

  public BrokenRecordException(String where, String reason, Throwable cause) {
    super(where + " cannot be read: " + reason, cause);
  }
}

package io.stockpile.connectors.gzip;

import java.io.IOException;

/** Bytes that are not a whole and sound gzip file. The message says at which byte and what. */
public final class GzipFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long position;

  GzipFormatException(long position, String problem) {
    super("At byte " + position + ": " + problem);
    this.position = position;
  }

  GzipFormatException(long position, String problem, Throwable cause) {
    super("At byte " + position + ": " + problem, cause);
    this.position = position;
  }

  /** How many compressed bytes come before the place where the problem shows. */
  public long position() {
    return position;
  }
}

package io.stockpile.pipeline.lines;

import java.io.IOException;

/** A landed object has changed: its size or its digest is not that of what was landed. */
public final class LandedBytesException extends IOException {
  private static final long serialVersionUID = 1L;

  public LandedBytesException(String message) {
    super(message);
  }
}

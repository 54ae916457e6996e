package io.stockpile.pipeline.lines;

import java.io.IOException;

/** A landed object is not the one that was landed: its size or its digest is another. */
public final class LandedBytesException extends IOException {
  private static final long serialVersionUID = 1L;

  public LandedBytesException(String message) {
    super(message);
  }
}

package io.stockpile.pipeline.beam;

import java.io.IOException;

/** Rows were asked for of a unit that was not landed, or not as a whole. */
public final class NotLandedException extends IOException {
  private static final long serialVersionUID = 1L;

  NotLandedException(String message) {
    super(message);
  }
}

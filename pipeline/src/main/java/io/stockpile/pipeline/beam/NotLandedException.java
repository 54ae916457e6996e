package io.stockpile.pipeline.beam;

import io.stockpile.connectors.ArchiveUnit;
import java.io.IOException;

/** Rows of a unit are to be read that was not landed, or not as a whole. */
public final class NotLandedException extends IOException {
  private static final long serialVersionUID = 1L;

  NotLandedException(String message) {
    super(message);
  }

  /** The exception for a unit of which nothing was landed, for the given reason. */
  static NotLandedException of(ArchiveUnit unit, String why) {
    return new NotLandedException(
        unit.name() + " cannot be read, because it was not landed: " + why);
  }
}

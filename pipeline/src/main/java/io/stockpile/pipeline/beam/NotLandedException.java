package io.stockpile.pipeline.beam;

import io.stockpile.connectors.ArchiveUnit;
import java.io.IOException;

/** Rows were asked for of a unit that was not landed, or not as a whole. */
public final class NotLandedException extends IOException {
  private static final long serialVersionUID = 1L;

  NotLandedException(String message) {
    super(message);
  }

  /** Nothing was landed of the unit, for the reason that landing it gave. */
  static NotLandedException of(ArchiveUnit unit, String why) {
    return new NotLandedException(
        unit.name() + " cannot be read, because it was not landed: " + why);
  }
}

package io.stockpile.pipeline.archive;

import io.stockpile.connectors.ArchiveUnit;
import java.time.Instant;

/**
 * Which unit a manifest is about, and the time that it covers.
 *
 * @param name unique in the archive
 * @param from the first instant covered
 * @param to the first instant covered no more
 */
public record UnitCoverage(String name, String source, String type, Instant from, Instant to) {

  public UnitCoverage {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "A unit covers some time, but " + name + " goes from " + from + " to " + to);
    }
  }

  public static UnitCoverage of(ArchiveUnit unit) {
    return new UnitCoverage(unit.name(), unit.source(), unit.type(), unit.from(), unit.to());
  }

  /** Whether the two are of the same source and type and have an instant in common. */
  public boolean overlaps(UnitCoverage other) {
    return source.equals(other.source)
        && type.equals(other.type)
        && from.isBefore(other.to)
        && other.from.isBefore(to);
  }

  /** Whether this one covers every instant of the other. */
  public boolean covers(UnitCoverage other) {
    return overlaps(other) && !from.isAfter(other.from) && !to.isBefore(other.to);
  }
}

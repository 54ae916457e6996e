package io.stockpile.pipeline.manifest;

import io.stockpile.connectors.ArchiveUnit;
import java.time.Instant;

/**
 * Which unit a manifest is about, and the time that it covers.
 *
 * @param name unique in the archive
 * @param series what it is one span of; see {@link ArchiveUnit#series}
 * @param from the first instant covered
 * @param to the first instant covered no more
 */
public record UnitCoverage(
    String name, String source, String type, String series, Instant from, Instant to) {

  public UnitCoverage {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "A unit covers some time, but " + name + " goes from " + from + " to " + to);
    }
  }

  public static UnitCoverage of(ArchiveUnit unit) {
    return new UnitCoverage(
        unit.name(), unit.source(), unit.type(), unit.series(), unit.from(), unit.to());
  }

  /** Whether the two are of the same series and have an instant in common. */
  public boolean overlaps(UnitCoverage other) {
    return series.equals(other.series) && from.isBefore(other.to) && other.from.isBefore(to);
  }

  /** What is covered from the beginning of the earlier one to the end of the later one. */
  public UnitCoverage hull(UnitCoverage other) {
    return new UnitCoverage(
        name,
        source,
        type,
        series,
        from.isBefore(other.from) ? from : other.from,
        to.isAfter(other.to) ? to : other.to);
  }

  /** Whether this one covers every instant of the other. */
  public boolean covers(UnitCoverage other) {
    return overlaps(other) && !from.isAfter(other.from) && !to.isBefore(other.to);
  }
}

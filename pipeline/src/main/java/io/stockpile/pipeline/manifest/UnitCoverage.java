package io.stockpile.pipeline.manifest;

import io.stockpile.connectors.ArchiveUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A unit's name and series, and the time that it covers.
 *
 * @param name the unit's name, unique in the archive
 * @param series the series that the unit is a span of; see {@link ArchiveUnit#series}
 * @param from the first instant covered
 * @param to the first instant after the covered time
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

  /** Whether both are of the same series and cover a common instant. */
  public boolean overlaps(UnitCoverage other) {
    return series.equals(other.series) && from.isBefore(other.to) && other.from.isBefore(to);
  }

  /** Two units that cover a common time, so that its rows would be in the archive twice. */
  public record Overlap(UnitCoverage earlier, UnitCoverage later) {}

  /** All pairs of units that overlap, ordered by the start of the later one. */
  public static List<Overlap> overlapsOf(Collection<UnitCoverage> units) {
    List<UnitCoverage> byTime =
        units.stream().sorted(Comparator.comparing(UnitCoverage::from)).toList();
    List<Overlap> overlaps = new ArrayList<>();
    List<UnitCoverage> open = new ArrayList<>();
    for (UnitCoverage unit : byTime) {
      open.removeIf(other -> !unit.from().isBefore(other.to()));
      open.stream().filter(unit::overlaps).forEach(other -> overlaps.add(new Overlap(other, unit)));
      open.add(unit);
    }
    return List.copyOf(overlaps);
  }

  /** The range from the start of the earlier to the end of the later of both. */
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

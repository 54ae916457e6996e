package io.stockpile.pipeline.manifest;

import io.stockpile.connectors.ArchiveUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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

  /** Two units that cover the same time, so that rows of it would be there twice. */
  public record Overlap(UnitCoverage earlier, UnitCoverage later) {}

  /** Every two of the units that overlap, in the order of the later one's beginning. */
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

package io.stockpile.pipeline.inventory;

import io.stockpile.connectors.ArchiveUnit;
import java.util.Comparator;

/** The orders in which units are worked on and listed. */
public final class UnitOrder {
  /** Messages stand before the activities that speak of them. */
  private static final Comparator<ArchiveUnit> BY_SERIES =
      Comparator.comparing(ArchiveUnit::source)
          .thenComparing(ArchiveUnit::series, Comparator.reverseOrder());

  /** By their time; series after one another within the same time. */
  public static final Comparator<ArchiveUnit> BY_TIME =
      Comparator.comparing(ArchiveUnit::from)
          .thenComparing(ArchiveUnit::to)
          .thenComparing(BY_SERIES);

  /** Series after one another, each by its time. */
  public static final Comparator<ArchiveUnit> SERIES_BY_SERIES = BY_SERIES.thenComparing(BY_TIME);

  private UnitOrder() {}
}

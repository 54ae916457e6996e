package io.stockpile.pipeline.inventory;

import io.stockpile.connectors.ArchiveUnit;
import java.util.Comparator;

/** The orders in which units are worked on and listed. */
public final class UnitOrder {
  /** Messages come before the activities that refer to them. */
  private static final Comparator<ArchiveUnit> BY_SERIES =
      Comparator.comparing(ArchiveUnit::source)
          .thenComparing(ArchiveUnit::series, Comparator.reverseOrder());

  /** By time; units of the same time in the order of their series. */
  public static final Comparator<ArchiveUnit> BY_TIME =
      Comparator.comparing(ArchiveUnit::from)
          .thenComparing(ArchiveUnit::to)
          .thenComparing(BY_SERIES);

  /** Series by series; the units of each by time. */
  public static final Comparator<ArchiveUnit> SERIES_BY_SERIES = BY_SERIES.thenComparing(BY_TIME);

  private UnitOrder() {}
}

package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.firestream.FirestreamUnit;
import java.util.Comparator;

/** In which order units are worked on and told of. */
final class UnitOrder {
  /** By their first day, types after one another within a day. */
  static final Comparator<FirestreamUnit> BY_DAY =
      Comparator.comparing(FirestreamUnit::firstDay)
          .thenComparing(FirestreamUnit::endDay)
          .thenComparing(FirestreamUnit::fileType);

  private UnitOrder() {}
}

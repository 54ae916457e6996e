package io.stockpile.pipeline.derive;

import io.stockpile.pipeline.manifest.LineCounts;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Such a share of a unit's lines was rejected that it is more likely another kind of file than a
 * file with bad lines. Nothing of the unit is left staged.
 */
public final class TooManyRejectedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final LineCounts counts;
  private final SortedMap<String, Long> reasons;

  TooManyRejectedException(String message, LineCounts counts, SortedMap<String, Long> reasons) {
    super(message);
    this.counts = counts;
    this.reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
  }

  public LineCounts counts() {
    return counts;
  }

  /** How many lines were rejected for each reason. */
  public SortedMap<String, Long> reasons() {
    return reasons;
  }
}

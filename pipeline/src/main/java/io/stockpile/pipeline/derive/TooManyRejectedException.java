package io.stockpile.pipeline.derive;

import io.stockpile.pipeline.manifest.LineCounts;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A greater share of a unit's lines was rejected than the settings allow. The file is then more
 * likely of another kind than a file with some bad lines. Nothing of the unit is left staged.
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

package io.stockpile.pipeline.derive;

import io.stockpile.connectors.store.PendingObject;
import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The finished file of a unit's rejected lines, that nobody can see yet.
 *
 * @param rows how many lines it holds, at least one
 * @param reasons how many lines were rejected for each reason; adds up to {@code rows}
 */
public record RejectedLines(PendingObject pending, long rows, SortedMap<String, Long> reasons)
    implements Serializable {
  public RejectedLines {
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
  }
}

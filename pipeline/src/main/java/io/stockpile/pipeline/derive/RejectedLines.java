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
 * @param firstLines the number of the first line that was rejected for each reason
 */
public record RejectedLines(
    PendingObject pending,
    long rows,
    SortedMap<String, Long> reasons,
    SortedMap<String, Long> firstLines)
    implements Serializable {
  public RejectedLines {
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    firstLines = Collections.unmodifiableSortedMap(new TreeMap<>(firstLines));
  }
}

package io.stockpile.pipeline.derive;

import io.stockpile.connectors.store.PendingObject;
import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The staged file of a unit's rejected lines; it becomes visible when the unit is committed.
 *
 * @param rows how many lines it holds, at least one
 * @param reasons how many lines were rejected for each reason; their sum is {@code rows}
 * @param firstLines for each reason the number of the first line that was rejected for it
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

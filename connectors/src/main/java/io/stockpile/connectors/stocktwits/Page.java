package io.stockpile.connectors.stocktwits;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep needs to know about a page.
 *
 * @param asked the {@code max} of the request; {@link #NEWEST} for none
 * @param ids the ids of its records, in the page's order; empty for a stream without a cursor by id
 * @param more whether the service says that there are older ones
 * @param cursorMax the cursor's {@code max}; {@link #NOTHING} when it has none
 * @param oldestAt when its last record was written or deleted; empty when that cannot be read
 * @param records how many records it has
 */
public record Page(
    long asked,
    List<Long> ids,
    boolean more,
    long cursorMax,
    Optional<Instant> oldestAt,
    int records) {
  /** Greater than all ids. */
  public static final long NEWEST = Long.MAX_VALUE;

  /** Less than all ids. */
  public static final long NOTHING = 0;

  public Page {
    ids = List.copyOf(ids);
  }

  public long newest() {
    return ids.get(0);
  }

  public long oldest() {
    return ids.get(ids.size() - 1);
  }
}

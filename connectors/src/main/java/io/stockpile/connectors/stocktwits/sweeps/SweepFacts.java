package io.stockpile.connectors.stocktwits.sweeps;

import io.stockpile.connectors.stocktwits.Page;
import java.time.Instant;
import java.util.Optional;

/**
 * What the pages of a sweep cover.
 *
 * @param below the {@code max} of its first page; {@link Page#NEWEST} for none
 * @param newest the highest id; {@link Page#NOTHING} when no page had one
 * @param oldest the lowest id; {@link Page#NOTHING} when no page had one
 * @param oldestAt when the oldest record was written or deleted; empty when that cannot be read
 * @param pages how many pages there are
 * @param records how many records the pages have
 * @param more whether the last page says that there are older records
 */
public record SweepFacts(
    long below,
    long newest,
    long oldest,
    Optional<Instant> oldestAt,
    int pages,
    long records,
    boolean more) {

  static SweepFacts begun(long below) {
    return new SweepFacts(below, Page.NOTHING, Page.NOTHING, Optional.empty(), 0, 0, true);
  }

  SweepFacts with(Page page) {
    boolean ids = !page.ids().isEmpty();
    boolean first = newest == Page.NOTHING;
    return new SweepFacts(
        below,
        ids && first ? page.newest() : newest,
        ids ? page.oldest() : oldest,
        page.oldestAt().or(() -> oldestAt),
        pages + 1,
        records + page.records(),
        page.more());
  }
}

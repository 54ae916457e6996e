package io.stockpile.connectors.stocktwits.sweeps;

import io.stockpile.connectors.stocktwits.Page;
import io.stockpile.connectors.stocktwits.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of a sweep: which page is next, whether a page can be the next one, and whether the
 * sweep has ended. Not thread-safe.
 *
 * <p>{@code max} is documented both as exclusive and as inclusive. So the next page is requested by
 * the oldest id of the page before, and may begin with that id or below it. Any other page is
 * refused.
 */
final class SweepWalk {
  private final SweepGoal goal;
  private final Instant from;
  private SweepFacts facts;
  private Page last;

  /**
   * @param from records before this are not requested
   * @param landed the pages that were landed already
   */
  SweepWalk(SweepGoal goal, Instant from, List<Page> landed) {
    this.goal = goal;
    this.from = from;
    this.facts = SweepFacts.begun(landed.isEmpty() ? goal.below() : landed.get(0).asked());
    landed.forEach(this::take);
  }

  SweepFacts facts() {
    return facts;
  }

  /** The {@code max} of the next page; {@link Page#NEWEST} for none. */
  long next() {
    if (last == null) {
      return facts.below();
    }
    return paging() == Paging.BY_CURSOR ? last.cursorMax() : facts.oldest();
  }

  /** Why this cannot be the next page; empty when it can. */
  Optional<String> wrong(Page page) {
    return switch (paging()) {
      case NONE -> Optional.empty();
      case BY_CURSOR -> wrongCursor(page);
      case BY_ID -> wrongIds(page);
    };
  }

  private Optional<String> wrongCursor(Page page) {
    boolean moves = page.cursorMax() > Page.NOTHING && page.cursorMax() < page.asked();
    return page.more() && !moves
        ? Optional.of(
            "says that there is more, but its cursor's max is %s, which leads no further than max=%s"
                .formatted(shown(page.cursorMax()), shown(page.asked())))
        : Optional.empty();
  }

  private Optional<String> wrongIds(Page page) {
    if (page.ids().isEmpty()) {
      return page.more() ? Optional.of("is empty, but says that there is more") : Optional.empty();
    }
    long before = Long.MAX_VALUE;
    for (long id : page.ids()) {
      if (id >= before && before != Long.MAX_VALUE) {
        return Optional.of(
            "is out of order or repeats itself: the id %d comes after %d, where ids must fall"
                .formatted(id, before));
      }
      before = id;
    }
    if (page.newest() > page.asked()) {
      return Optional.of(
          "overlaps what came before: it was asked for by max=%d and begins with the id %d"
              .formatted(page.asked(), page.newest()));
    }
    if (page.oldest() == page.asked() && page.more()) {
      return Optional.of(
          "does not move: it was asked for by max=%d, holds that id alone and says that there is"
                  .formatted(page.asked())
              + " more");
    }
    return Optional.empty();
  }

  private static String shown(long bound) {
    return bound == Page.NEWEST || bound == Page.NOTHING ? "missing" : Long.toString(bound);
  }

  /** Adds the next page, which was checked and landed. */
  void take(Page page) {
    last = page;
    facts = facts.with(page);
  }

  /** How the sweep has ended; empty when there is another page to request. */
  Optional<SweepEnd> end() {
    if (last == null) {
      return Optional.empty();
    }
    boolean byId = paging() == Paging.BY_ID;
    if (byId && facts.oldest() != Page.NOTHING && facts.oldest() <= goal.floor()) {
      return Optional.of(SweepEnd.MET);
    }
    if (!last.more()) {
      return Optional.of(SweepEnd.END);
    }
    return byId && last.oldestAt().filter(at -> at.isBefore(from)).isPresent()
        ? Optional.of(SweepEnd.FROM)
        : Optional.empty();
  }

  private Paging paging() {
    return goal.unit().stream().endpoint().paging();
  }
}

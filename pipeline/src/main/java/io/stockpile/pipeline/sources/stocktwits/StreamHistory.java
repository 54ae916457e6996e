package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.connectors.stocktwits.Page;
import io.stockpile.connectors.stocktwits.sweeps.SweepUnit;
import io.stockpile.pipeline.manifest.IdHistory;
import io.stockpile.pipeline.manifest.SweepAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What sweeps hold of one stream: ranges of ids, and the holes between them. Immutable. */
final class StreamHistory {
  private static final class Range {
    private final long top;
    private long bottom;
    private final List<Span> spans = new ArrayList<>();

    Range(Span span) {
      top = span.top();
      bottom = span.bottom();
      spans.add(span);
    }

    void add(Span span) {
      bottom = Math.min(bottom, span.bottom());
      spans.add(span);
    }

    /** When the first sweep began that found the newest id. */
    Instant topSeenAt() {
      return spans.stream()
          .filter(span -> span.top() == top)
          .map(span -> SweepUnit.begun(span.sweep()))
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }

    List<Span> lowest() {
      return spans.stream().filter(span -> span.bottom() == bottom).toList();
    }
  }

  private final List<Range> ranges = new ArrayList<>();

  StreamHistory(Collection<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingLong(Span::top).thenComparing(Span::bottom).reversed());
    for (Span span : sorted) {
      Range last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
      if (last != null && span.top() >= last.bottom) {
        last.add(span);
      } else {
        ranges.add(new Range(span));
      }
    }
  }

  /** The newest id that is held; {@link Page#NOTHING} when there is none. */
  long newest() {
    return ranges.isEmpty() ? Page.NOTHING : ranges.get(0).top;
  }

  /** The newest held id that lies below this one; {@link Page#NOTHING} when there is none. */
  long newestBelow(long id) {
    return ranges.stream()
        .mapToLong(range -> range.top)
        .filter(top -> top < id)
        .max()
        .orElse(Page.NOTHING);
  }

  /** The latest sweep that accounts for an id; empty when none does. */
  Optional<String> holding(long id) {
    return ranges.stream()
        .flatMap(range -> range.spans.stream())
        .filter(span -> span.bottom() <= id && id <= span.top())
        .map(Span::sweep)
        .max(Comparator.naturalOrder());
  }

  /** What people and scripts are shown of it. */
  IdHistory ids() {
    List<IdHistory.Range> held = new ArrayList<>();
    for (Range range : ranges) {
      held.add(
          0,
          new IdHistory.Range(
              range.bottom,
              range.top,
              range.spans.size(),
              range.topSeenAt(),
              timeAt(range.bottom)));
    }
    return new IdHistory(held, holes());
  }

  /** All holes, oldest first; the past below all sweeps is one when a sweep was cut short there. */
  List<IdHistory.Gap> holes() {
    List<IdHistory.Gap> holes = new ArrayList<>();
    for (int i = ranges.size() - 1; i >= 0; i--) {
      Range upper = ranges.get(i);
      List<Span> lowest = upper.lowest();
      boolean last = i == ranges.size() - 1;
      if (last) {
        // A sweep that goes on and will meet nothing comes down to no id at all.
        boolean open =
            upper.bottom > Page.NOTHING && lowest.stream().noneMatch(Span::ended) && isCut(lowest);
        if (open) {
          holes.add(new IdHistory.Gap(Page.NOTHING, upper.bottom, false));
        }
      } else {
        boolean forGood = lowest.stream().anyMatch(span -> span.asked() && span.ended());
        holes.add(new IdHistory.Gap(ranges.get(i + 1).top, upper.bottom, forGood));
      }
    }
    return holes;
  }

  private static boolean isCut(List<Span> lowest) {
    return lowest.stream().noneMatch(span -> span.end() == SweepAccount.End.FROM);
  }

  /**
   * The oldest held id, below which sweeps went no further because they were not asked to; empty
   * when the service has nothing older, or when what lies there is a hole.
   */
  Optional<Long> leftAtFrom() {
    if (ranges.isEmpty()) {
      return Optional.empty();
    }
    Range last = ranges.get(ranges.size() - 1);
    List<Span> lowest = last.lowest();
    return lowest.stream().noneMatch(Span::ended) && !isCut(lowest)
        ? Optional.of(last.bottom)
        : Optional.empty();
  }

  /** When the record of an id at the bottom of a range was written, where that is known. */
  Optional<Instant> timeAt(long bottom) {
    return ranges.stream()
        .flatMap(range -> range.spans.stream())
        .filter(span -> span.bottom() == bottom)
        .flatMap(span -> span.oldestAt().stream())
        .findFirst();
  }
}

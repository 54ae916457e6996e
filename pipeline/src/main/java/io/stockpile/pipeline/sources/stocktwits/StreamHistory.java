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

/** The ranges of ids of one stream that sweeps hold, and the holes between them. Immutable. */
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

    /** When the first of the sweeps began that found the newest id. */
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

  /** The newest held id below this one; {@link Page#NOTHING} when there is none. */
  long newestBelow(long id) {
    return ranges.stream()
        .mapToLong(range -> range.top)
        .filter(top -> top < id)
        .max()
        .orElse(Page.NOTHING);
  }

  /** The id of the latest sweep that covers an id; empty when none does. */
  Optional<String> holding(long id) {
    return ranges.stream()
        .flatMap(range -> range.spans.stream())
        .filter(span -> span.bottom() <= id && id <= span.top())
        .map(Span::sweep)
        .max(Comparator.naturalOrder());
  }

  /** The held and missing ids, as {@code status} and reports show them. */
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

  /**
   * All holes, the oldest first. What is older than all sweeps is a hole if the lowest sweep was
   * interrupted.
   */
  List<IdHistory.Gap> holes() {
    List<IdHistory.Gap> holes = new ArrayList<>();
    for (int i = ranges.size() - 1; i >= 0; i--) {
      Range upper = ranges.get(i);
      List<Span> lowest = upper.lowest();
      boolean last = i == ranges.size() - 1;
      if (last) {
        // A sweep that is continued and has nothing below it will reach no particular id.
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
   * The oldest held id, if older records were not asked for; empty when the service has nothing
   * older, or when there is a hole below.
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

  /** When the record at the bottom of a range was written; empty when that is not known. */
  Optional<Instant> timeAt(long bottom) {
    return ranges.stream()
        .flatMap(range -> range.spans.stream())
        .filter(span -> span.bottom() == bottom)
        .flatMap(span -> span.oldestAt().stream())
        .findFirst();
  }
}

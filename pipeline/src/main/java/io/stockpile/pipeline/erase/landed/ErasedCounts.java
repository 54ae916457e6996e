package io.stockpile.pipeline.erase.landed;

import io.stockpile.pipeline.erase.text.Reason;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much was taken out of an object.
 *
 * @param lines how many lines became empty
 * @param values how many objects and places went from lines that stay
 * @param reasons how often each kind of tombstone was the reason, by its word and that of what
 *     went: {@code message.line}, {@code tweet.embedded}, {@code places.place}; adds up to lines
 *     and values
 */
public record ErasedCounts(long lines, long values, SortedMap<String, Long> reasons)
    implements Serializable {
  public ErasedCounts {
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
  }

  /** Whether nothing was taken out. */
  public boolean isNone() {
    return reasons.isEmpty();
  }

  /** Of this object and another one together. */
  public ErasedCounts plus(ErasedCounts other) {
    SortedMap<String, Long> sum = new TreeMap<>(reasons);
    other.reasons.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
    return new ErasedCounts(lines + other.lines, values + other.values, sum);
  }

  /** Counts what goes. Not thread-safe. */
  static final class Tally {
    private long lines;
    private long values;
    private final Map<String, Long> reasons = new TreeMap<>();

    void line(List<Reason> because) {
      lines++;
      add(because.get(0));
    }

    void values(List<Reason> because) {
      values += because.size();
      because.forEach(this::add);
    }

    private void add(Reason reason) {
      reasons.merge(reason.kind().label() + "." + reason.part().label(), 1L, Long::sum);
    }

    ErasedCounts counts() {
      return new ErasedCounts(lines, values, new TreeMap<>(reasons));
    }
  }
}

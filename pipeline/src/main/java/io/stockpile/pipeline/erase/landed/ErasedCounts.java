package io.stockpile.pipeline.erase.landed;

import io.stockpile.pipeline.erase.text.Reason;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much was removed from an object.
 *
 * @param lines how many lines were made empty
 * @param values how many objects and places were removed from lines that stay
 * @param reasons how often something was removed for each reason, which is named by the kind of
 *     tombstone and the part that was removed: {@code message.line}, {@code tweet.embedded}, {@code
 *     places.place}; the sum is lines plus values
 */
public record ErasedCounts(long lines, long values, SortedMap<String, Long> reasons)
    implements Serializable {
  public ErasedCounts {
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
  }

  /** Whether nothing was removed. */
  public boolean isNone() {
    return reasons.isEmpty();
  }

  /** The sum of these counts and others. */
  public ErasedCounts plus(ErasedCounts other) {
    SortedMap<String, Long> sum = new TreeMap<>(reasons);
    other.reasons.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
    return new ErasedCounts(lines + other.lines, values + other.values, sum);
  }

  /** Counts what is removed. Not thread-safe. */
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

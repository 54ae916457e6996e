package io.stockpile.pipeline.jobs.erase;

import io.stockpile.pipeline.erase.text.Reason;
import io.stockpile.pipeline.text.HumanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many ids of which kind, for people. */
final class IdCounts {
  private IdCounts() {}

  /** {@code 12 messages, 1 twitter-user, places of 3 twitter-users}; {@code nothing}. */
  static String text(Map<String, Long> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((kind, count) -> parts.add(text(kind, count)));
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }

  /**
   * {@code 1 message}, {@code 12 messages}.
   *
   * @param kind its word
   */
  static String text(String kind, long count) {
    return kind.equals(Reason.Kind.PLACES.label())
        ? kind + " of " + HumanText.count(count, Reason.Kind.TWITTER_USER.label())
        : HumanText.count(count, kind);
  }
}

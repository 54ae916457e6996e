package io.stockpile.connectors.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.Serializable;
import java.util.Comparator;

/**
 * A PowerTrack rule.
 *
 * @param value what the rule matches, in PowerTrack's language
 * @param tag the tag that matches get; empty for none
 */
public record PowerTrackRule(String value, @JsonInclude(Include.NON_EMPTY) String tag)
    implements Serializable, Comparable<PowerTrackRule> {
  private static final Comparator<PowerTrackRule> ORDER =
      Comparator.comparing(PowerTrackRule::value).thenComparing(PowerTrackRule::tag);

  public PowerTrackRule {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A rule's value is not empty");
    }
  }

  @Override
  public int compareTo(PowerTrackRule other) {
    return ORDER.compare(this, other);
  }

  /** The rule for messages. */
  @Override
  public String toString() {
    return tag.isEmpty() ? value : value + " [" + tag + "]";
  }
}

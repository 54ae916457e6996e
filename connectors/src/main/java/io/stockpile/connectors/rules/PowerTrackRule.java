package io.stockpile.connectors.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.Serializable;
import java.util.Comparator;

/**
 * One rule.
 *
 * @param value what it matches, in PowerTrack's language
 * @param tag what matches are marked with; empty for none
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

  /** As people read it. */
  @Override
  public String toString() {
    return tag.isEmpty() ? value : value + " [" + tag + "]";
  }
}

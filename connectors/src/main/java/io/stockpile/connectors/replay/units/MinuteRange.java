package io.stockpile.connectors.replay.units;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.json.AsMinute;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A half-open range of UTC minutes, never empty. An immutable value.
 *
 * @param from the first minute
 * @param to the first minute after the range
 */
public record MinuteRange(@AsMinute Instant from, @AsMinute Instant to) implements Serializable {

  public MinuteRange {
    if (!from.equals(Minutes.floor(from)) || !to.equals(Minutes.floor(to))) {
      throw new IllegalArgumentException(
          "A range begins and ends with a whole minute, but this one goes from "
              + from
              + " to "
              + to);
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "A range has at least one minute, but this one goes from " + from + " to " + to);
    }
  }

  /** How many minutes it has. */
  public int minutes() {
    return Math.toIntExact(Duration.between(from, to).toMinutes());
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  /** The common part of both ranges; empty when they have none. */
  public Optional<MinuteRange> intersection(MinuteRange other) {
    Instant start = from.isAfter(other.from) ? from : other.from;
    Instant end = to.isBefore(other.to) ? to : other.to;
    return start.isBefore(end) ? Optional.of(new MinuteRange(start, end)) : Optional.empty();
  }

  /** The range as keys have it: {@code 201606010000_201606010200}. */
  public String keyText() {
    return Minutes.requestText(from) + "_" + Minutes.requestText(to);
  }

  /** The range with this {@link #keyText}; empty when the text is not one of a range. */
  public static Optional<MinuteRange> ofKeyText(String text) {
    String[] ends = text.split("_", 2);
    if (ends.length < 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new MinuteRange(Minutes.parseRequestText(ends[0]), Minutes.parseRequestText(ends[1])));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The range for messages: {@code 2016-06-01T00:00Z to 2016-06-01T02:00Z}. */
  @Override
  public String toString() {
    return Minutes.text(from) + " to " + Minutes.text(to);
  }
}

package io.stockpile.connectors.budget;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests are allowed in any window of time.
 *
 * @param requests at least 1
 */
public record RateLimit(int requests, Duration window) implements Serializable {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(P\\S+)");

  public RateLimit {
    if (requests < 1 || window.toMillis() < 1) {
      throw new IllegalArgumentException(
          "A rate limit is at least one request in a time, for example 5/PT5M, but it is "
              + requests
              + "/"
              + window);
    }
  }

  /**
   * Reads {@code 5/PT5M}.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static RateLimit parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (matcher.matches()) {
      try {
        return new RateLimit(Integer.parseInt(matcher.group(1)), Duration.parse(matcher.group(2)));
      } catch (DateTimeException e) {
        throw unreadable(text);
      }
    }
    throw unreadable(text);
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "A rate limit is a number of requests and a time, for example 5/PT5M, but it is '"
            + text
            + "'");
  }

  /** The least time that this many requests take, if all are available at the beginning. */
  public Duration minimumTime(long count) {
    return count <= requests ? Duration.ZERO : window.multipliedBy((count - 1) / requests);
  }

  @Override
  public String toString() {
    return requests + "/" + window;
  }
}

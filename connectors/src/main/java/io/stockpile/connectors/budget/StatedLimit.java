package io.stockpile.connectors.budget;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How many requests are left, as a service states it in the headers of an answer. Many services use
 * these headers, also StockTwits: {@code X-RateLimit-Limit}, {@code X-RateLimit-Remaining} and, in
 * seconds since 1970, {@code X-RateLimit-Reset}.
 *
 * @param limit how many requests a window has
 * @param remaining how many of them are left, after the one that was answered
 * @param reset when the window ends and all requests are available again, by this machine's clock
 */
public record StatedLimit(int limit, int remaining, Instant reset) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  public StatedLimit {
    if (limit < 1 || remaining < 0 || remaining > limit) {
      throw new IllegalArgumentException(
          "Of a limit of " + limit + " requests, " + remaining + " cannot remain");
    }
  }

  /**
   * Reads the headers of an answer; empty when one of the three is missing or they contradict each
   * other.
   *
   * @param header gives a header's value by its name
   * @param received when the answer came. If it has a {@code Date}, that is the same moment by the
   *     service's clock, and the reset is shifted by the difference of the clocks.
   */
  public static Optional<StatedLimit> of(
      Function<String, Optional<String>> header, Instant received) {
    Optional<Integer> limit = number(header, "X-RateLimit-Limit", NUMBER).map(Long::intValue);
    Optional<Integer> remaining =
        number(header, "X-RateLimit-Remaining", NUMBER).map(Long::intValue);
    Optional<Instant> reset =
        number(header, "X-RateLimit-Reset", SECONDS).map(Instant::ofEpochSecond);
    if (limit.isEmpty() || remaining.isEmpty() || reset.isEmpty()) {
      return Optional.empty();
    }
    if (limit.get() < 1 || remaining.get() > limit.get()) {
      return Optional.empty();
    }
    Instant serviceTime = header.apply("Date").flatMap(StatedLimit::date).orElse(received);
    Duration behind = Duration.between(serviceTime, received);
    return Optional.of(new StatedLimit(limit.get(), remaining.get(), reset.get().plus(behind)));
  }

  private static Optional<Long> number(
      Function<String, Optional<String>> header, String name, Pattern form) {
    return header
        .apply(name)
        .map(String::strip)
        .filter(text -> form.matcher(text).matches())
        .map(Long::parseLong);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

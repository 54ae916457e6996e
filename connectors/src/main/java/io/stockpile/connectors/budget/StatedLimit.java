package io.stockpile.connectors.budget;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a service says in an answer of how many requests are left, as many services do, StockTwits
 * among them: {@code X-RateLimit-Limit}, {@code X-RateLimit-Remaining} and, in seconds since 1970,
 * {@code X-RateLimit-Reset}.
 *
 * @param limit how many requests there are in a window
 * @param remaining how many of them are left, after the one that was answered
 * @param reset when all of them are there again, by this machine's clock
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
   * What an answer says; empty when it does not say all three, or when the three contradict each
   * other.
   *
   * @param header a header's value by its name
   * @param received when the answer came. Where it has a {@code Date}, that is this moment by the
   *     service's clock, and the reset is shifted by what the two clocks differ.
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

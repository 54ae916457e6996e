package io.stockpile.connectors.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;

/** The {@code Retry-After} header: seconds, or a date. */
public final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  /** How long to wait from now on; empty when the value cannot be parsed. */
  public static Optional<Duration> parse(String value, Instant now) {
    String stripped = value.strip();
    if (SECONDS.matcher(stripped).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(stripped)));
    }
    return Optional.ofNullable(DateUtils.parseStandardDate(stripped))
        .map(date -> Duration.between(now, date))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }
}

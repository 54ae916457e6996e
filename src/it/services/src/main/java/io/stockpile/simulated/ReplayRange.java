package io.stockpile.simulated;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What a Replay request asks for.
 *
 * @param from the first minute
 * @param to the first minute after it
 */
public record ReplayRange(Instant from, Instant to) {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm", Locale.ROOT);

  /** Reads the query; empty when a date is missing or malformed. */
  static Optional<ReplayRange> of(ReceivedRequest request) {
    try {
      return Optional.of(
          new ReplayRange(
              date(request.parameter("fromDate").orElse("")),
              date(request.parameter("toDate").orElse(""))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant date(String text) {
    return LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
  }
}

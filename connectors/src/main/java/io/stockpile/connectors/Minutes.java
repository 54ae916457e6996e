package io.stockpile.connectors;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Arithmetic and texts of UTC minutes, which Replay counts in. */
public final class Minutes {
  private static final DateTimeFormatter REQUEST =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm", Locale.ROOT);
  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'", Locale.ROOT);
  private static final int SECONDS_PER_MINUTE = 60;

  private Minutes() {}

  /** The minute that the instant lies in. */
  public static Instant floor(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MINUTES);
  }

  /** The first minute that does not begin before the instant. */
  public static Instant ceiling(Instant instant) {
    Instant floor = floor(instant);
    return floor.equals(instant) ? floor : floor.plusSeconds(SECONDS_PER_MINUTE);
  }

  /** Minutes since 1970. */
  public static long epochMinute(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), SECONDS_PER_MINUTE);
  }

  public static Instant ofEpochMinute(long minute) {
    return Instant.ofEpochSecond(Math.multiplyExact(minute, (long) SECONDS_PER_MINUTE));
  }

  /** A duration in whole minutes, at least one. */
  public static int count(Duration duration) {
    if (duration.toSeconds() % SECONDS_PER_MINUTE != 0
        || duration.getNano() != 0
        || duration.toMinutes() < 1) {
      throw new IllegalArgumentException(
          "A span is one whole minute or more, for example PT2H, but it is " + duration);
    }
    return Math.toIntExact(duration.toMinutes());
  }

  /** The minute as requests have it: {@code 201606010000}, in UTC whatever the machine's zone. */
  public static String requestText(Instant minute) {
    return REQUEST.format(minute.atOffset(ZoneOffset.UTC));
  }

  /** The minute as messages and manifests have it: {@code 2016-06-01T00:00Z}. */
  public static String text(Instant minute) {
    return PLAIN.format(minute.atOffset(ZoneOffset.UTC));
  }

  /**
   * Reads {@link #requestText}.
   *
   * @throws DateTimeException when it is something else
   */
  public static Instant parseRequestText(String text) {
    return LocalDateTime.parse(text, REQUEST).toInstant(ZoneOffset.UTC);
  }

  /** Reads a time as responses have it, {@code 2016-06-26T00:00:00+00:00}; empty for others. */
  public static Optional<Instant> parseResponse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

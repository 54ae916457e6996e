package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The range that the times of a unit's rows may lie in.
 *
 * @param from the first instant, in microseconds since 1970-01-01T00:00:00Z
 * @param to the first instant behind the range, in the same unit
 */
record DateRange(long from, long to) {
  private static final long MICROS_OF_DAY = Duration.ofDays(1).toNanos() / 1000;

  /**
   * The unit's own range, widened by the skew at both ends. A skew of more than 10,000 years allows
   * every time.
   */
  static DateRange of(ArchiveUnit unit, Duration maxSkew) {
    long skew =
        maxSkew.compareTo(ChronoUnit.CENTURIES.getDuration().multipliedBy(100)) > 0
            ? Long.MAX_VALUE / 4
            : Math.multiplyExact(maxSkew.getSeconds(), 1_000_000L) + maxSkew.getNano() / 1000;
    return new DateRange(micros(unit.eventsFrom()) - skew, micros(unit.to()) + skew);
  }

  boolean contains(long micros) {
    return micros >= from && micros < to;
  }

  static long epochDay(long micros) {
    return Math.floorDiv(micros, MICROS_OF_DAY);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}

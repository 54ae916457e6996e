package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The instants that a unit's rows may have.
 *
 * @param from the first, in microseconds since 1970-01-01T00:00:00Z
 * @param to the first that is too late
 */
record DateRange(long from, long to) {
  private static final long MICROS_OF_DAY = Duration.ofDays(1).toNanos() / 1000;

  /** A skew that leaves the range of time that there is leaves nothing out. */
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

package io.stockpile.bench.data.twitter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Converts times to Twitter's texts and ids. */
final class TwitterTime {
  /** The instant from which ids count, in milliseconds since 1970-01-01T00:00:00Z. */
  private static final long ID_EPOCH = 1_288_834_974_657L;

  private static final int ID_BITS_BELOW_TIME = 22;

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z uuuu", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private TwitterTime() {}

  /** The time as Twitter writes it: {@code Tue Jul 18 23:25:04 +0000 2017}. */
  static String text(long epochMilli) {
    return FORMAT.format(Instant.ofEpochMilli(epochMilli));
  }

  /**
   * The id of a tweet of this millisecond.
   *
   * @param number distinguishes tweets of the same millisecond; only its lowest 22 bits count
   */
  static long id(long epochMilli, long number) {
    long low = number & ((1L << ID_BITS_BELOW_TIME) - 1);
    return ((epochMilli - ID_EPOCH) << ID_BITS_BELOW_TIME) | low;
  }

  /** The millisecond in which an id was given. */
  static long epochMilli(long id) {
    return (id >>> ID_BITS_BELOW_TIME) + ID_EPOCH;
  }
}

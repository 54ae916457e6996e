package io.stockpile.connectors.replay.lines;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * The minute in a text of one of the forms that activities have, without an object for each. An
 * unknown form gives {@link #NONE}.
 */
public final class LineTimes {
  /** No minute. */
  public static final long NONE = Long.MIN_VALUE;

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final int MINUTES_PER_DAY = 24 * 60;
  private static final int MINUTES_PER_HOUR = 60;
  private static final long MILLIS_PER_MINUTE = 60_000;
  private static final int TWITTER_LENGTH = 30;
  private static final int ISO_LENGTH = 16;

  private LineTimes() {}

  /** Milliseconds since the epoch, as digits. */
  static long ofMillis(byte[] bytes, int start, int end) {
    if (start == end || end - start > 18) {
      return NONE;
    }
    long millis = number(bytes, start, end);
    return millis < 0 ? NONE : millis / MILLIS_PER_MINUTE;
  }

  /** {@code 2013-11-09T06:12:44.000Z}, with any offset. */
  static long ofIso(byte[] bytes, int start, int end) {
    if (end - start < ISO_LENGTH
        || bytes[start + 4] != '-'
        || bytes[start + 7] != '-'
        || bytes[start + 10] != 'T'
        || bytes[start + 13] != ':') {
      return NONE;
    }
    long year = number(bytes, start, start + 4);
    long month = number(bytes, start + 5, start + 7);
    long day = number(bytes, start + 8, start + 10);
    long minute = minuteOfDay(bytes, start + 11);
    long offset = offset(bytes, start + ISO_LENGTH, end);
    return minute == NONE || offset == NONE ? NONE : of(year, month, day, minute, offset);
  }

  /** {@code Tue Jul 18 23:25:04 +0000 2017}. */
  static long ofTwitter(byte[] bytes, int start, int end) {
    if (end - start != TWITTER_LENGTH) {
      return NONE;
    }
    int month = MONTHS.indexOf(new String(bytes, start + 4, 3, StandardCharsets.ISO_8859_1)) + 1;
    long day = number(bytes, start + 8, start + 10);
    long minute = minuteOfDay(bytes, start + 11);
    long offset = offset(bytes, start + 20, start + 25);
    long year = number(bytes, start + 26, start + TWITTER_LENGTH);
    return minute == NONE || offset == NONE ? NONE : of(year, month, day, minute, offset);
  }

  private static long of(long year, long month, long day, long minuteOfDay, long offset) {
    if (year < 0 || month < 1 || day < 1) {
      return NONE;
    }
    try {
      long epochDay = LocalDate.of((int) year, (int) month, (int) day).toEpochDay();
      return epochDay * MINUTES_PER_DAY + minuteOfDay - offset;
    } catch (DateTimeException e) {
      return NONE;
    }
  }

  private static long minuteOfDay(byte[] bytes, int start) {
    long hour = number(bytes, start, start + 2);
    long minute = number(bytes, start + 3, start + 5);
    return hour < 0 || minute < 0 || hour > 23 || minute > 59
        ? NONE
        : hour * MINUTES_PER_HOUR + minute;
  }

  /** The offset in minutes at the end of a time: {@code Z}, {@code +00:00} or {@code +0000}. */
  private static long offset(byte[] bytes, int start, int end) {
    int sign = end - 1;
    while (sign > start && bytes[sign] != '+' && bytes[sign] != '-' && bytes[sign] != 'Z') {
      sign--;
    }
    if (sign >= end) {
      return NONE;
    }
    if (bytes[sign] == 'Z') {
      return sign == end - 1 ? 0 : NONE;
    }
    int length = end - sign;
    if ((bytes[sign] != '+' && bytes[sign] != '-') || (length != 5 && length != 6)) {
      return NONE;
    }
    long hours = number(bytes, sign + 1, sign + 3);
    long minutes = number(bytes, end - 2, end);
    if (hours < 0 || minutes < 0) {
      return NONE;
    }
    long offset = hours * MINUTES_PER_HOUR + minutes;
    return bytes[sign] == '-' ? -offset : offset;
  }

  private static long number(byte[] bytes, int start, int end) {
    long number = 0;
    for (int i = start; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}

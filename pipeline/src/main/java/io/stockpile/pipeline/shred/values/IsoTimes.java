package io.stockpile.pipeline.shred.values;

/**
 * Reads ISO 8601 dates and instants from bytes. The machine's time zone and locale do not matter.
 * Dates are of the proleptic Gregorian calendar, years 0000 to 9999.
 */
final class IsoTimes {
  /** Returned when the text is no date or no instant. */
  static final long NONE = Long.MIN_VALUE;

  private static final long SECOND = 1_000_000;
  private static final long DAY = 86_400 * SECOND;
  private static final int LONGEST_EXACT = "2016-12-05T00:00:00.123456Z".length();

  private IsoTimes() {}

  /** Days since 1970-01-01 of {@code yyyy-MM-dd}, or {@link #NONE}. */
  static long days(byte[] text, int from, int to) {
    return to - from == 10 ? daysAt(text, from) : NONE;
  }

  /**
   * Microseconds since 1970-01-01T00:00:00Z of {@code yyyy-MM-ddTHH:mm:ss}, optionally with a
   * fraction of any length, and {@code Z}, {@code +HH:mm} or {@code +HHmm}; or {@link #NONE}.
   * Digits behind the microseconds are dropped. Second 60 and hour 24 are refused.
   */
  static long micros(byte[] text, int from, int to) {
    if (to - from < 20
        || text[from + 10] != 'T'
        || text[from + 13] != ':'
        || text[from + 16] != ':') {
      return NONE;
    }
    long days = daysAt(text, from);
    long seconds = secondOfDay(text, from + 11);
    if (days == NONE || seconds == NONE) {
      return NONE;
    }
    long time = seconds * SECOND;
    int at = from + 19;
    if (text[at] == '.') {
      int first = ++at;
      long unit = SECOND / 10;
      while (at < to && text[at] >= '0' && text[at] <= '9') {
        time += unit * (text[at] - '0');
        unit /= 10;
        at++;
      }
      if (at == first) {
        return NONE;
      }
    }
    long offset = offsetSeconds(text, at, to);
    return offset == NONE ? NONE : days * DAY + time - offset * SECOND;
  }

  /** Whether a text that is an instant can be restored in full from its microseconds. */
  static boolean isExact(byte[] text, int from, int to) {
    return text[to - 1] == 'Z' && to - from <= LONGEST_EXACT;
  }

  /**
   * Seconds since midnight of {@code HH:mm:ss}, with any characters in place of the colons, or
   * {@link #NONE}.
   */
  static long secondOfDay(byte[] text, int from) {
    int hour = twoDigits(text, from);
    int minute = twoDigits(text, from + 3);
    int second = twoDigits(text, from + 6);
    boolean within =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    return within ? (hour * 60L + minute) * 60 + second : NONE;
  }

  /**
   * The offset from UTC in seconds, positive to the east, of {@code Z}, {@code +HH:mm} or {@code
   * +HHmm}, or {@link #NONE}.
   */
  static long offsetSeconds(byte[] text, int from, int to) {
    int length = to - from;
    if (length == 1 && text[from] == 'Z') {
      return 0;
    }
    boolean colon = length == 6 && text[from + 3] == ':';
    if ((!colon && length != 5) || (text[from] != '+' && text[from] != '-')) {
      return NONE;
    }
    int hours = twoDigits(text, from + 1);
    int minutes = twoDigits(text, to - 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return NONE;
    }
    long seconds = (hours * 60L + minutes) * 60;
    return text[from] == '-' ? -seconds : seconds;
  }

  private static long daysAt(byte[] text, int from) {
    int century = twoDigits(text, from);
    int ofCentury = twoDigits(text, from + 2);
    int month = twoDigits(text, from + 5);
    int day = twoDigits(text, from + 8);
    if (century < 0 || ofCentury < 0 || text[from + 4] != '-' || text[from + 7] != '-') {
      return NONE;
    }
    return dayNumber(century * 100 + ofCentury, month, day);
  }

  /** Days since 1970-01-01, or {@link #NONE} when the calendar has no such day. */
  static long dayNumber(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
      return NONE;
    }
    return epochDay(year, month, day);
  }

  private static int daysIn(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** Counts in years that begin in March, so that the leap day comes last. */
  private static long epochDay(int year, int month, int day) {
    int shifted = month <= 2 ? year + 399 : year + 400;
    int ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return 365L * shifted
        + shifted / 4
        - shifted / 100
        + shifted / 400
        + ofYear
        - 719_468
        - 146_097;
  }

  /** The number of two digits, or -1. */
  static int twoDigits(byte[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}

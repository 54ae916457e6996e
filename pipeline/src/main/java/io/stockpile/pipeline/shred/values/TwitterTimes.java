package io.stockpile.pipeline.shred.values;

import java.nio.charset.StandardCharsets;

/**
 * Reads instants of Twitter's native format, {@code Tue Jul 18 23:25:04 +0000 2017}, from bytes.
 * The machine's time zone and locale do not matter.
 */
final class TwitterTimes {
  private static final int LENGTH = "Tue Jul 18 23:25:04 +0000 2017".length();
  private static final byte[] DAYS = ascii("ThuFriSatSunMonTueWed");
  private static final byte[] MONTHS = ascii("JanFebMarAprMayJunJulAugSepOctNovDec");
  private static final long MICROS = 1_000_000;
  private static final int DAY = 86_400;

  private TwitterTimes() {}

  /** Microseconds since 1970-01-01T00:00:00Z, or {@link IsoTimes#NONE}. */
  static long micros(byte[] text, int from, int to) {
    if (to - from != LENGTH || !hasSeparators(text, from)) {
      return IsoTimes.NONE;
    }
    int month = indexOf(MONTHS, text, from + 4);
    int century = IsoTimes.twoDigits(text, from + 26);
    int ofCentury = IsoTimes.twoDigits(text, from + 28);
    if (month < 0 || century < 0 || ofCentury < 0 || indexOf(DAYS, text, from) < 0) {
      return IsoTimes.NONE;
    }
    int day = IsoTimes.twoDigits(text, from + 8);
    long days = IsoTimes.dayNumber(century * 100 + ofCentury, month + 1, day);
    long seconds = IsoTimes.secondOfDay(text, from + 11);
    long offset = IsoTimes.offsetSeconds(text, from + 20, from + 25);
    if (days == IsoTimes.NONE || seconds == IsoTimes.NONE || offset == IsoTimes.NONE) {
      return IsoTimes.NONE;
    }
    return (days * DAY + seconds - offset) * MICROS;
  }

  /** Whether a text that is an instant can be restored from its microseconds. */
  static boolean isExact(byte[] text, int from, long micros) {
    long days = Math.floorDiv(micros / MICROS, DAY);
    boolean utc = text[from + 20] == '+' && IsoTimes.offsetSeconds(text, from + 20, from + 25) == 0;
    return utc && indexOf(DAYS, text, from) == Math.floorMod(days, 7L);
  }

  private static boolean hasSeparators(byte[] text, int from) {
    return text[from + 3] == ' '
        && text[from + 7] == ' '
        && text[from + 10] == ' '
        && text[from + 13] == ':'
        && text[from + 16] == ':'
        && text[from + 19] == ' '
        && text[from + 25] == ' ';
  }

  private static int indexOf(byte[] names, byte[] text, int from) {
    for (int at = 0; at < names.length; at += 3) {
      if (names[at] == text[from]
          && names[at + 1] == text[from + 1]
          && names[at + 2] == text[from + 2]) {
        return at / 3;
      }
    }
    return -1;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

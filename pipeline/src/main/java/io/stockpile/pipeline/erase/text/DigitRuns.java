package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.EightBytes;
import java.util.function.LongPredicate;

/**
 * A first look at a text, eight bytes at a time, that spares most texts the look at what their
 * digits mean: a text can only name an id that is one of its runs of digits, or is written with an
 * exponent.
 */
final class DigitRuns {
  private static final long ZEROS = 0x3030303030303030L;
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** Carries every number of seven bits that is no digit's into the high bit. */
  private static final long ABOVE_NINE = 0x7676767676767676L;

  private static final long EVERY_FOURTH = 0x000000FF000000FFL;
  private static final long HUNDRED_AND_MILLION = 100 + (1_000_000L << 32);
  private static final long ONE_AND_TEN_THOUSAND = 1 + (10_000L << 32);

  private static final int MOST_DIGITS = 19;

  private DigitRuns() {}

  /**
   * Whether the text may name an id that is wanted. False only when neither {@link IdSweep} nor
   * {@link LinkTarget} would find one in the text as it is, escapes included.
   */
  static boolean mayName(byte[] text, int from, int to, LongPredicate wanted) {
    int first = nextDigit(text, from, to);
    while (first < to) {
      int at = first;
      int significant = 0;
      long value = 0;
      if (at + Long.BYTES <= to) {
        long word = (long) EightBytes.LITTLE_ENDIAN.get(text, at);
        long others = digits(word) ^ HIGH_BITS;
        if (others != 0) {
          int bits = Long.numberOfTrailingZeros(others) & -Byte.SIZE;
          value = upToEight(word, bits);
          at += bits >>> 3;
        }
      }
      while (at < to && isDigit(text[at])) {
        value = value * 10 + text[at++] - '0';
        significant += significant > 0 || value > 0 ? 1 : 0;
      }
      boolean isLong = significant <= MOST_DIGITS && value >= 0;
      if ((isLong && wanted.test(value)) || isRaised(text, at, to)) {
        return true;
      }
      if (isLong && first > from && text[first - 1] == '-' && wanted.test(-value)) {
        return true;
      }
      first = nextDigit(text, at, to);
    }
    return false;
  }

  private static int nextDigit(byte[] text, int from, int to) {
    int at = from;
    while (at + Long.BYTES <= to) {
      long digits = digits((long) EightBytes.LITTLE_ENDIAN.get(text, at));
      if (digits != 0) {
        return at + (Long.numberOfTrailingZeros(digits) >>> 3);
      }
      at += Long.BYTES;
    }
    if (at == to || to < Long.BYTES) {
      return nextDigitOfFew(text, at, to);
    }
    // The last eight bytes of the text, or some before it, of which only those from here on count.
    long digits = digits((long) EightBytes.LITTLE_ENDIAN.get(text, to - Long.BYTES));
    long here = digits >>> (Long.BYTES - (to - at)) * Byte.SIZE;
    return here == 0 ? to : at + (Long.numberOfTrailingZeros(here) >>> 3);
  }

  private static int nextDigitOfFew(byte[] text, int from, int to) {
    int at = from;
    while (at < to && !isDigit(text[at])) {
      at++;
    }
    return at;
  }

  /** Marks the bytes that are digits. */
  private static long digits(long word) {
    long distance = word ^ ZEROS;
    return ~(((distance & LOW_BITS) + ABOVE_NINE) | distance) & HIGH_BITS;
  }

  /** The number that the first so many bits are in digits: by twos, by fours, and all eight. */
  private static long upToEight(long word, int bits) {
    long digits = (word ^ ZEROS) << Long.SIZE - bits;
    long twos = digits * 10 + (digits >>> Byte.SIZE);
    long evens = (twos & EVERY_FOURTH) * HUNDRED_AND_MILLION;
    long odds = (twos >>> 2 * Byte.SIZE & EVERY_FOURTH) * ONE_AND_TEN_THOUSAND;
    return evens + odds >>> Integer.SIZE;
  }

  /** Whether an exponent stands here. */
  private static boolean isRaised(byte[] text, int at, int to) {
    if (at + 1 >= to || (text[at] != 'e' && text[at] != 'E')) {
      return false;
    }
    boolean signed = text[at + 1] == '+' || text[at + 1] == '-';
    int exponent = signed ? at + 2 : at + 1;
    return exponent < to && isDigit(text[exponent]);
  }

  private static boolean isDigit(byte next) {
    return next >= '0' && next <= '9';
  }
}

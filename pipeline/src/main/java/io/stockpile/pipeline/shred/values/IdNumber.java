package io.stockpile.pipeline.shred.values;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Reads an id that is written as a JSON number with a fraction or an exponent, such as {@code 55.0}
 * or {@code 5.5e1}. Only columns that take an id however it is written take such a number, but it
 * names the same object wherever it stands, so what it names is erased.
 */
public final class IdNumber {
  /** A longer number is not taken as an id. */
  private static final int LONGEST = 200;

  private IdNumber() {}

  /** The value of the number; {@link WrittenId#NONE} when it is not a whole number. */
  public static long of(byte[] line, int from, int to) {
    long id = WrittenId.digits(line, from, to, true);
    return id != WrittenId.NONE || to - from > LONGEST || isInteger(line, from, to)
        ? id
        : whole(new String(line, from, to - from, StandardCharsets.ISO_8859_1));
  }

  private static boolean isInteger(byte[] line, int from, int to) {
    for (int at = from; at < to; at++) {
      if (line[at] == '.' || line[at] == 'e' || line[at] == 'E') {
        return false;
      }
    }
    return true;
  }

  private static long whole(String number) {
    try {
      return new BigDecimal(number).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      return WrittenId.NONE;
    }
  }

  /**
   * The position behind a number's fraction and exponent, if it has them.
   *
   * @param from the position behind its integer part
   * @param to the end of the text
   */
  public static int end(byte[] line, int from, int to) {
    int end = from;
    if (end < to && line[end] == '.') {
      end = behindDigits(line, end + 1, to, end);
    }
    if (end < to && (line[end] == 'e' || line[end] == 'E')) {
      boolean signed = end + 1 < to && (line[end + 1] == '+' || line[end + 1] == '-');
      end = behindDigits(line, signed ? end + 2 : end + 1, to, end);
    }
    return end;
  }

  private static int behindDigits(byte[] line, int from, int to, int none) {
    int end = from;
    while (end < to && line[end] >= '0' && line[end] <= '9') {
      end++;
    }
    return end == from ? none : end;
  }
}

package io.stockpile.pipeline.shred.values;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers that a 64-bit float can hold without loss. That is so when the float,
 * printed with as many significant digits as the text has, is the same number again. Numbers of up
 * to 15 digits always are.
 */
final class Decimals {
  private static final int MOST_DIGITS = 17;
  private static final int SURE_DIGITS = 15;
  private static final int MOST_BYTES = 400;
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private Decimals() {}

  /** The float for a well-formed JSON number, or NaN when no float holds it without loss. */
  static double exact(byte[] text, int from, int to) {
    long mantissa = 0;
    int digits = 0;
    int trailingZeros = 0;
    int behindPoint = 0;
    boolean point = false;
    boolean negative = text[from] == '-';
    int at = negative ? from + 1 : from;
    for (; at < to && (text[at] | 0x20) != 'e'; at++) {
      if (text[at] == '.') {
        point = true;
        continue;
      }
      behindPoint += point ? 1 : 0;
      if (text[at] == '0') {
        trailingZeros += digits == 0 ? 0 : 1;
      } else {
        digits = digits == 0 ? 1 : digits + trailingZeros + 1;
        trailingZeros = 0;
      }
      if (digits > MOST_DIGITS) {
        return Double.NaN;
      }
      mantissa =
          digits + trailingZeros <= MOST_DIGITS ? mantissa * 10 + (text[at] - '0') : mantissa;
    }
    if (digits == 0) {
      return negative ? -0.0 : 0.0;
    }
    boolean simple = at == to && digits + trailingZeros <= SURE_DIGITS && behindPoint <= 22;
    if (simple) {
      double value = mantissa / POWERS_OF_TEN[behindPoint];
      return negative ? -value : value;
    }
    return slow(text, from, to, digits);
  }

  private static double slow(byte[] text, int from, int to, int digits) {
    if (to - from > MOST_BYTES) {
      return Double.NaN;
    }
    String literal = new String(text, from, to - from, StandardCharsets.US_ASCII);
    double value = Double.parseDouble(literal);
    if (value == 0 || Double.isInfinite(value)) {
      return Double.NaN;
    }
    if (digits <= SURE_DIGITS && Math.abs(value) >= Double.MIN_NORMAL) {
      return value;
    }
    MathContext shown = new MathContext(digits, RoundingMode.HALF_EVEN);
    BigDecimal given = new BigDecimal(value).round(shown);
    return given.compareTo(new BigDecimal(literal)) == 0 ? value : Double.NaN;
  }
}

package io.stockpile.bench.data.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;

/** Collects compact JSON text as UTF-8 bytes, piece by piece. Not thread-safe. */
public final class JsonBuffer {
  private static final long SECONDS_A_DAY = 86_400;

  private final byte[] digits = new byte[20];
  private byte[] bytes = new byte[512];
  private int length;

  public int length() {
    return length;
  }

  /** Appends ASCII text unchanged. */
  public JsonBuffer raw(String ascii) {
    reserve(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  /** Appends finished JSON unchanged. */
  public JsonBuffer raw(JsonFragment json) {
    reserve(json.length());
    json.copyTo(bytes, length);
    length += json.length();
    return this;
  }

  public JsonBuffer raw(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  public JsonBuffer number(long value) {
    reserve(digits.length);
    if (value < 0) {
      bytes[length++] = '-';
    }
    long rest = Math.abs(value);
    int count = 0;
    do {
      digits[count++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    while (count > 0) {
      bytes[length++] = digits[--count];
    }
    return this;
  }

  /**
   * Appends a number as {@link #decimal} does, but without zeros at the end: -971100 with 6 places
   * is -0.9711.
   */
  public JsonBuffer shortDecimal(long unscaled, int places) {
    return unscaled % 10 == 0 && places > 1
        ? shortDecimal(unscaled / 10, places - 1)
        : decimal(unscaled, places);
  }

  /**
   * Appends a decimal number that is given in units of its last place: -971114 with 6 places is
   * -0.971114.
   */
  public JsonBuffer decimal(long unscaled, int places) {
    if (unscaled < 0) {
      raw('-');
    }
    long unit = 1;
    for (int i = 0; i < places; i++) {
      unit *= 10;
    }
    number(Math.abs(unscaled) / unit).raw('.');
    long fraction = Math.abs(unscaled) % unit;
    for (long place = unit / 10; place > 0; place /= 10) {
      raw((char) ('0' + fraction / place % 10));
    }
    return this;
  }

  /** Appends a string with its quotes, and escapes what must be escaped in JSON. */
  public JsonBuffer string(CharSequence text) {
    raw('"');
    reserve(text.length() * 6);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
      } else if (c == '\n') {
        bytes[length++] = '\\';
        bytes[length++] = 'n';
      } else if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else {
        int codePoint = Character.codePointAt(text, i);
        i += Character.charCount(codePoint) - 1;
        utf8(codePoint);
      }
    }
    return raw('"');
  }

  /** Appends a UTC time in whole seconds, with quotes. */
  public JsonBuffer timestamp(long epochSecond) {
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(epochSecond, SECONDS_A_DAY));
    int second = (int) Math.floorMod(epochSecond, SECONDS_A_DAY);
    raw('"').number(day.getYear()).raw('-').twoDigits(day.getMonthValue()).raw('-');
    twoDigits(day.getDayOfMonth()).raw('T').twoDigits(second / 3600).raw(':');
    return twoDigits(second / 60 % 60).raw(':').twoDigits(second % 60).raw("Z\"");
  }

  /** Returns the text so far, and empties the buffer. */
  public JsonFragment take() {
    JsonFragment taken = new JsonFragment(bytes, length);
    length = 0;
    return taken;
  }

  /** Writes the text so far to the stream, and empties the buffer. */
  public void drainTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }

  private JsonBuffer twoDigits(int value) {
    return raw((char) ('0' + value / 10)).raw((char) ('0' + value % 10));
  }

  private void utf8(int codePoint) {
    if (codePoint < 0x800) {
      bytes[length++] = (byte) (0xC0 | (codePoint >> 6));
    } else {
      if (codePoint < 0x10000) {
        bytes[length++] = (byte) (0xE0 | (codePoint >> 12));
      } else {
        bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
      }
      bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
    }
    bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}

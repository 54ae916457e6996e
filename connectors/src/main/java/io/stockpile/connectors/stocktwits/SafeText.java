package io.stockpile.connectors.stocktwits;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Encodes any text as one part of a key. Letters, digits, {@code _ -} and dots stay, except a dot
 * at the beginning; every other byte of its UTF-8 becomes {@code ~} and two hex digits.
 */
final class SafeText {
  private static final int ESCAPE = 3;

  private SafeText() {}

  static String encode(String text) {
    StringBuilder safe = new StringBuilder();
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (value & 0xff);
      boolean stays =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '-'
              || (c == '.' && safe.length() > 0);
      safe.append(stays ? Character.toString(c) : String.format(Locale.ROOT, "~%02X", (int) c));
    }
    return safe.toString();
  }

  /** The decoded text; empty when {@code safe} is not an encoding. */
  static Optional<String> decode(String safe) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at < safe.length(); at++) {
      char c = safe.charAt(at);
      if (c == '~') {
        if (!safe.substring(at).matches("(?s)~[0-9A-F]{2}.*")) {
          return Optional.empty();
        }
        bytes.write(Integer.parseInt(safe.substring(at + 1, at + ESCAPE), 16));
        at += ESCAPE - 1;
      } else {
        bytes.write(c);
      }
    }
    String text = bytes.toString(StandardCharsets.UTF_8);
    return encode(text).equals(safe) ? Optional.of(text) : Optional.empty();
  }
}

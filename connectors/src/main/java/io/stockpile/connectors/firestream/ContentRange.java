package io.stockpile.connectors.firestream;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a 206 brings.
 *
 * @param first its first byte
 * @param total the whole file's length; empty when the server does not say
 */
record ContentRange(long first, OptionalLong total) {
  private static final Pattern BYTES =
      Pattern.compile("\\s*bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)\\s*");

  static Optional<ContentRange> parse(String value) {
    Matcher parts = BYTES.matcher(value);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String total = parts.group(3);
    return Optional.of(
        new ContentRange(
            Long.parseLong(parts.group(1)),
            total.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(total))));
  }
}

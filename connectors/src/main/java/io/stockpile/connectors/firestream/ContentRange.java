package io.stockpile.connectors.firestream;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that an answer with status 206 contains.
 *
 * @param first the position of its first byte
 * @param total the length of the whole file; empty when the server does not say
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

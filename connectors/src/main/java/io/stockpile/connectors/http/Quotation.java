package io.stockpile.connectors.http;

import java.nio.charset.StandardCharsets;

/** Quotes the beginning of a body in messages: redacted, and only if it is text. */
final class Quotation {
  /**
   * How many bytes or sequences that are not UTF-8 a text may have, such as a character in another
   * charset.
   */
  private static final int FEW_PLACES = 3;

  private static final int LEAST_CHARACTERS_PER_PLACE = 4;
  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] bytes;
  private final boolean whole;

  /**
   * @param whole whether these are all bytes of the body; otherwise it was longer or was cut
   */
  Quotation(byte[] bytes, boolean whole) {
    this.bytes = bytes;
    this.whole = whole;
  }

  /** The text of the body, or its size if it is not text; empty for an empty body. */
  String text(Redaction redaction) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!isText(text)) {
      return (whole ? "" : "at least ") + bytes.length + " bytes that are no text";
    }
    return whole ? redaction.text(text) : redaction.cutText(text);
  }

  private static boolean isText(String text) {
    long places = text.chars().filter(Quotation::isNoText).count();
    return places <= FEW_PLACES && places * LEAST_CHARACTERS_PER_PLACE <= text.length();
  }

  private static boolean isNoText(int character) {
    return character == REPLACEMENT
        || (Character.isISOControl(character) && !Character.isWhitespace(character));
  }
}

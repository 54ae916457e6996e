package io.stockpile.connectors;

import java.util.Locale;

/**
 * Texts from the operating system: words of the command line, variables, names of files and
 * directories. Java decodes them with the character set of the locale. A character that this does
 * not have becomes U+FFFD, and the original is lost.
 */
public final class NativeText {
  private static final char REPLACEMENT = '\uFFFD';

  private NativeText() {}

  /**
   * Whether a part of the text may be lost; U+FFFD itself cannot be distinguished from a lost
   * character.
   */
  public static boolean isLost(String text) {
    return text.indexOf(REPLACEMENT) >= 0
        || text.codePoints()
            .anyMatch(
                point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  /** Sentences that say why a text was lost and what to do. */
  public static String cure() {
    return cure(
        System.getProperty(
            "sun.jnu.encoding", System.getProperty("native.encoding", "an unknown character set")));
  }

  /**
   * The same for a given character set.
   *
   * @param charset the character set that Java decodes such texts with
   */
  static String cure(String charset) {
    if (charset.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8")) {
      return "It has bytes that are not UTF-8, which the locale says it is, or the character U+FFFD"
          + " itself, which stands for such bytes and is not accepted. Write it in UTF-8.";
    }
    return "The locale tells Java to read it as "
        + charset
        + ", which does not have all of its characters. Set LC_ALL=C.UTF-8, or another UTF-8 locale"
        + " that `locale -a` lists, and run the same again.";
  }
}

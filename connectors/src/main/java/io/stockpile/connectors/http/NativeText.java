package io.stockpile.connectors.http;

import java.util.Locale;

/**
 * Texts that the system handed to Java: words of the command line, variables, names of files and
 * directories. Java reads them in the character set of the locale; where that has no such character
 * U+FFFD stands in its place, and what stood there is lost.
 */
public final class NativeText {
  private static final char REPLACEMENT = '\uFFFD';

  private NativeText() {}

  /** Whether some of the text is lost, or may be: U+FFFD itself looks the same. */
  public static boolean isLost(String text) {
    return text.indexOf(REPLACEMENT) >= 0
        || text.codePoints()
            .anyMatch(
                point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  /** Why that is, and what to do about it, in sentences. */
  public static String cure() {
    return cure(
        System.getProperty(
            "sun.jnu.encoding", System.getProperty("native.encoding", "an unknown character set")));
  }

  /**
   * The same for one character set.
   *
   * @param charset that Java reads such texts in
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

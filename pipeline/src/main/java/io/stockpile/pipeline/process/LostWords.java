package io.stockpile.pipeline.process;

import io.stockpile.connectors.NativeText;
import java.util.List;
import java.util.Optional;

/**
 * Finds what Java could not read of the command line. Where part of a name is lost, another archive
 * could be meant, and two names can have become one; so it is not worked with.
 */
public final class LostWords {
  private LostWords() {}

  /**
   * The first thing that is lost, with what to do, for a person; empty when all could be read. A
   * value is not repeated: it may hold a password.
   *
   * @param words the whole command line
   * @param directory the working directory; while its name is lost no file can be opened
   */
  public static Optional<String> problem(List<String> words, String directory) {
    for (int at = 0; at < words.size(); at++) {
      if (NativeText.isLost(words.get(at))) {
        return Optional.of(
            name(words.get(at), at + 1)
                + " has characters that Java could not read, and may mean something else now. "
                + NativeText.cure());
      }
    }
    if (NativeText.isLost(directory)) {
      return Optional.of(
          "The name of the working directory has characters that Java could not read, and Java"
              + " finds no file from there. "
              + NativeText.cure());
    }
    return Optional.empty();
  }

  private static String name(String word, int position) {
    int equals = word.indexOf('=');
    if (word.startsWith("--") && equals > 2 && !NativeText.isLost(word.substring(0, equals))) {
      return "Option " + word.substring(0, equals);
    }
    return "Word " + position + " of the command line";
  }
}

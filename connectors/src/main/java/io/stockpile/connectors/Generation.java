package io.stockpile.connectors;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a version of an object, counted from 1. Names of later versions contain the number,
 * so the bytes under a name never change: a reader that has found a file reads those bytes or finds
 * that the file is gone.
 *
 * @param number 1 for the first
 */
public record Generation(int number) implements Comparable<Generation>, Serializable {
  /** The first version; its names have no number. */
  public static final Generation FIRST = new Generation(1);

  private static final Pattern REST = Pattern.compile("(?:\\.g([2-9]|[1-9]\\d{1,8}))?\\.[a-z0-9]+");

  public Generation {
    if (number < 1) {
      throw new IllegalArgumentException("Generations are counted from 1, so none is " + number);
    }
  }

  /** The next generation. */
  public Generation next() {
    return new Generation(number + 1);
  }

  /**
   * The unit's name with this generation: {@code firestream-message-2016-12-05-g2} for {@code
   * firestream-message-2016-12-05} and the second.
   */
  public String ofUnit(String name) {
    return number == 1 ? name : name + "-g" + number;
  }

  /**
   * The key of this generation.
   *
   * @param first the first generation's key; for {@code 2016-12-05.gz} the second's is {@code
   *     2016-12-05.g2.gz}
   */
  public String ofKey(String first) {
    int ending = first.lastIndexOf('.');
    return number == 1
        ? first
        : first.substring(0, ending) + ".g" + number + first.substring(ending);
  }

  /** The prefix of the keys of all generations: {@code 2016-12-05.} for {@code 2016-12-05.gz}. */
  public static String prefixOf(String first) {
    return first.substring(0, first.lastIndexOf('.') + 1);
  }

  /**
   * Reads what {@link #ofKey} made.
   *
   * @param first the first generation's key
   * @return empty when the key is of no generation of it
   */
  public static Optional<Generation> read(String first, String key) {
    String ending = first.substring(prefixOf(first).length());
    return key.endsWith("." + ending) ? readAnyEnding(first, key) : Optional.empty();
  }

  /**
   * Like {@link #read}, for a key that may have another ending: {@code 2016-12-05.g2.bz2} is of the
   * second generation of {@code 2016-12-05.gz} too.
   */
  public static Optional<Generation> readAnyEnding(String first, String key) {
    String stem = first.substring(0, first.lastIndexOf('.'));
    if (!key.startsWith(stem)) {
      return Optional.empty();
    }
    Matcher rest = REST.matcher(key.substring(stem.length()));
    if (!rest.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        rest.group(1) == null ? FIRST : new Generation(Integer.parseInt(rest.group(1))));
  }

  /** The first generation's key, made from the key of any generation. */
  public static String firstKey(String key) {
    return key.replaceFirst("\\.g(?:[2-9]|[1-9]\\d{1,8})(\\.[a-z0-9]+)$", "$1");
  }

  /** Whether the key is one of a later generation. */
  public static boolean isLater(String key) {
    return !firstKey(key).equals(key);
  }

  /** Removes the number from the end of a name: {@code 2016-12-05} for {@code 2016-12-05.g2}. */
  public static String withoutNumber(String label) {
    return label.replaceFirst("\\.g(?:[2-9]|[1-9]\\d{1,8})$", "");
  }

  @Override
  public int compareTo(Generation other) {
    return Integer.compare(number, other.number);
  }
}

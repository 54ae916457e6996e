package io.stockpile.connectors.store;

import java.util.Optional;

/** What a key may look like, the same in every store. */
final class ObjectKeys {
  /** Where stores without a hidden place of their own keep what is not visible yet. */
  static final String STAGING = "_staging";

  /** The longest name that common file systems take. */
  private static final int LONGEST_PART = 255;

  private ObjectKeys() {}

  /**
   * @return the key itself
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static String check(String key) {
    Optional<String> problem = problem(key);
    if (problem.isPresent()) {
      throw new IllegalArgumentException("Bad object key '" + key + "': " + problem.get());
    }
    return key;
  }

  /** As {@link #check}, for the beginning of a key: it may be empty or end anywhere. */
  static String checkPrefix(String prefix) {
    String directory = directory(prefix);
    Optional<String> problem = directory.isEmpty() ? Optional.empty() : problem(directory);
    if (prefix.startsWith("/") || problem.isPresent()) {
      throw new IllegalArgumentException(
          "Bad key prefix '" + prefix + "': " + problem.orElse("it begins with a slash"));
    }
    return prefix;
  }

  /** Whether something found in a store is an object of ours; foreign names are passed over. */
  static boolean isKey(String name) {
    return problem(name).isEmpty();
  }

  /** The part of a prefix up to its last slash, without it: all its keys lie below. */
  static String directory(String prefix) {
    return prefix.substring(0, Math.max(0, prefix.lastIndexOf('/')));
  }

  private static Optional<String> problem(String key) {
    if (key.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (key.equals(STAGING) || key.startsWith(STAGING + "/")) {
      return Optional.of("what begins with " + STAGING + " belongs to the store itself");
    }
    if (key.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("it holds a control character");
    }
    int start = 0;
    while (start <= key.length()) {
      int slash = key.indexOf('/', start);
      int end = slash < 0 ? key.length() : slash;
      if (end == start) {
        return Optional.of("it has an empty part");
      }
      // '.', '..', and the names under which file systems hide their own things.
      if (key.charAt(start) == '.') {
        return Optional.of("a part begins with a dot");
      }
      if (end - start > LONGEST_PART) {
        return Optional.of("a part is longer than " + LONGEST_PART + " characters");
      }
      start = end + 1;
    }
    return Optional.empty();
  }
}

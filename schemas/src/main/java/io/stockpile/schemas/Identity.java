package io.stockpile.schemas;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a column of ids holds ids of.
 *
 * @param thing what kind of thing
 * @param role whether the row has the thing, or only names it
 */
public record Identity(Thing thing, Role role) {

  /** What has ids in records. */
  public enum Thing {
    MESSAGE,
    STOCKTWITS_USER,
    TWEET,
    TWITTER_USER,
    /** What is never erased for itself: symbols, pictures, sources, rules, places, deletions. */
    OTHER;

    /** The word for it in schema files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Thing named(String word) {
      return Arrays.stream(values())
          .filter(thing -> thing.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "'%s' is nothing that has ids; there are %s".formatted(word, words())));
    }

    private static List<String> words() {
      return Arrays.stream(values()).map(Thing::word).toList();
    }
  }

  /** How a row stands to the thing. */
  public enum Role {
    /**
     * The row is it, holds a copy of it, was written by it or has it as a side: when the thing is
     * erased, its id does not stay here.
     */
    IDENTIFIES,
    /** The row names it; the id stays when the thing is erased. */
    REFERS_TO;

    /** The key that declares it in schema files. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Identity of(Role role, String word) {
    return new Identity(Thing.named(word), role);
  }
}

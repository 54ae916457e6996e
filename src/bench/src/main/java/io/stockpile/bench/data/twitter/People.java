package io.stockpile.bench.data.twitter;

import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.Vocabulary;
import io.stockpile.bench.data.parts.ZipfDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The users, subjects and places of the tweets in a data set, the same for all its files.
 * Immutable, so that files can be written on several threads.
 */
record People(
    Vocabulary vocabulary,
    List<TwitterUser> users,
    List<String> hashtags,
    List<String> symbols,
    List<Place> places,
    ZipfDistribution userRanks,
    ZipfDistribution tagRanks) {
  private static final int USERS = 40_000;
  private static final int TAGS = 3_000;
  private static final int PLACES = 400;

  static People invent(long seed) {
    Randomness random = Randomness.of(seed, "people", 0);
    Vocabulary vocabulary = new Vocabulary(random);
    List<TwitterUser> users = new ArrayList<>(USERS);
    for (int rank = 0; rank < USERS; rank++) {
      users.add(TwitterUser.invent(rank, random, vocabulary));
    }
    return new People(
        vocabulary,
        List.copyOf(users),
        several(TAGS, () -> Vocabulary.name(random, 2 + random.below(2))),
        several(TAGS, () -> Vocabulary.name(random, 2).toUpperCase(Locale.ROOT)),
        several(PLACES, () -> Place.invent(random)),
        new ZipfDistribution(USERS, 0.9),
        new ZipfDistribution(TAGS, 1.0));
  }

  private static <T> List<T> several(int count, Supplier<T> invent) {
    List<T> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(invent.get());
    }
    return List.copyOf(items);
  }

  /** Draws a user; busy users are drawn more often. */
  TwitterUser drawUser(Randomness random) {
    return users.get(userRanks.draw(random));
  }

  String drawHashtag(Randomness random) {
    return hashtags.get(tagRanks.draw(random));
  }

  String drawSymbol(Randomness random) {
    return symbols.get(tagRanks.draw(random));
  }
}

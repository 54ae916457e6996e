package io.stockpile.bench.data.stocktwits;

import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.Vocabulary;
import io.stockpile.bench.data.parts.ZipfDistribution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The users, symbols and words of a data set, the same for all its days. Immutable, so that days
 * can be written on several threads.
 */
public record Population(
    Vocabulary vocabulary, List<SyntheticUser> users, List<SyntheticSymbol> symbols, Draws draws) {
  private static final int USERS = 60_000;
  private static final int SYMBOLS = 8_000;

  /** How often each user and each symbol occurs, by rank. */
  public record Draws(ZipfDistribution users, ZipfDistribution symbols) {}

  public Population {
    users = List.copyOf(users);
    symbols = List.copyOf(symbols);
  }

  public static Population invent(long seed) {
    Vocabulary vocabulary = new Vocabulary(Randomness.of(seed, "words", 0));
    Randomness random = Randomness.of(seed, "users", 0);
    List<SyntheticUser> users = new ArrayList<>(USERS);
    for (int rank = 0; rank < USERS; rank++) {
      users.add(SyntheticUser.invent(rank, random, vocabulary));
    }
    Randomness symbolRandom = Randomness.of(seed, "symbols", 0);
    List<SyntheticSymbol> symbols = new ArrayList<>(SYMBOLS);
    Set<String> tickers = new HashSet<>();
    for (int rank = 0; rank < SYMBOLS; rank++) {
      symbols.add(SyntheticSymbol.invent(rank, SYMBOLS, symbolRandom, tickers));
    }
    Draws draws = new Draws(new ZipfDistribution(USERS, 1.02), new ZipfDistribution(SYMBOLS, 1.0));
    return new Population(vocabulary, users, symbols, draws);
  }

  /** Draws the rank of a user; busy users are drawn more often. */
  public int drawUser(Randomness random) {
    return draws.users().draw(random);
  }

  /** Draws the rank of a symbol; popular symbols are drawn more often. */
  public int drawSymbol(Randomness random) {
    return draws.symbols().draw(random);
  }
}

package io.stockpile.bench.data.stocktwits;

import io.stockpile.bench.data.parts.Randomness;

/**
 * The values that change during a day: counters of users, scores and prices of symbols. Each day
 * begins with the same values, so that its file does not depend on the days before. Not
 * thread-safe.
 */
public final class DayCounters {
  private final Population population;
  private final int[] ideas;
  private final int[] likes;
  private final int[] trends;
  private final int[] cents;

  DayCounters(Population population) {
    this.population = population;
    ideas = population.users().stream().mapToInt(SyntheticUser::ideas).toArray();
    likes = population.users().stream().mapToInt(SyntheticUser::likes).toArray();
    trends = population.symbols().stream().mapToInt(SyntheticSymbol::trend).toArray();
    cents = population.symbols().stream().mapToInt(SyntheticSymbol::cents).toArray();
  }

  int nextIdeas(int user) {
    ideas[user]++;
    return ideas[user];
  }

  int nextLikes(int user, Randomness random) {
    likes[user] += random.below(2);
    return likes[user];
  }

  /** The score in millionths. About every fifth call changes it a little. */
  int nextTrend(int symbol, Randomness random) {
    if (random.chance(0.2)) {
      trends[symbol] += random.below(200_000) - 100_000;
    }
    return trends[symbol];
  }

  boolean hasPrice(int symbol) {
    return population.symbols().get(symbol).cents() > 0;
  }

  int nextCents(int symbol, Randomness random) {
    if (random.chance(0.3)) {
      cents[symbol] = Math.max(10, cents[symbol] + random.below(21) - 10);
    }
    return cents[symbol];
  }
}

package io.stockpile.bench.data.twitter;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.JsonFragment;
import io.stockpile.bench.data.parts.Randomness;
import java.util.ArrayList;
import java.util.List;

/**
 * A tweet that many retweet and quote, rendered once: the members around its counters.
 *
 * @param retweets how many had retweeted it when the data begins
 */
record KnownTweet(
    TwitterUser author, TweetText text, JsonFragment opening, JsonFragment closing, int retweets) {
  private static final int COUNT = 5_000;
  private static final long OLDEST = 5 * 86_400_000L;

  /**
   * Invents them, the best known first.
   *
   * @param before all are older than this millisecond
   */
  static List<KnownTweet> invent(long seed, long before, People people) {
    Randomness random = Randomness.of(seed, "known tweets", 0);
    List<KnownTweet> known = new ArrayList<>(COUNT);
    for (int rank = 0; rank < COUNT; rank++) {
      long time = before - 1 - (long) (random.unit() * OLDEST);
      long id = TwitterTime.id(time, rank);
      Tweet tweet = Tweet.draw(id, false, people, List.of(), random);
      JsonBuffer json = new JsonBuffer();
      tweet.open(json, false, random);
      JsonFragment opening = json.take();
      tweet.close(json);
      known.add(
          new KnownTweet(
              tweet.author(), tweet.text(), opening, json.raw('}').take(), 80_000 / (rank + 10)));
    }
    return List.copyOf(known);
  }

  /** Writes it whole, with counters as far as they are by now. */
  void write(JsonBuffer json, Randomness random) {
    json.raw(opening);
    int now = retweets + random.below(retweets / 8 + 2);
    Tweet.counters(json, now / 20, now / 10, now, 2 * now + random.below(40));
    json.raw(closing);
  }
}

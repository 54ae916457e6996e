package io.stockpile.bench.data.twitter;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.JsonFragment;
import io.stockpile.bench.data.parts.Randomness;
import java.util.ArrayList;
import java.util.List;

/**
 * A tweet that many users retweet and quote. Its JSON is made once, except the counters.
 *
 * @param retweets how often it had been retweeted before the data begins
 */
record KnownTweet(
    TwitterUser author, TweetText text, JsonFragment opening, JsonFragment closing, int retweets) {
  private static final int COUNT = 5_000;
  private static final long OLDEST = 5 * 86_400_000L;

  /**
   * Invents such tweets, the best known first.
   *
   * @param before all are older than this instant, in milliseconds since 1970-01-01T00:00:00Z
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

  /** Writes the whole tweet with the present values of its counters. */
  void write(JsonBuffer json, Randomness random) {
    json.raw(opening);
    int now = retweets + random.below(retweets / 8 + 2);
    Tweet.counters(json, now / 20, now / 10, now, 2 * now + random.below(40));
    json.raw(closing);
  }
}

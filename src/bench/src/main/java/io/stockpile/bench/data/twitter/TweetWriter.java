package io.stockpile.bench.data.twitter;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.ZipfDistribution;
import java.util.List;

/**
 * Writes tweets and retweets in the native format of PowerTrack. Immutable, so that files can be
 * written on several threads.
 */
public final class TweetWriter {
  private static final double RETWEETS = 0.45;
  private static final long FIRST_RULE = 715_947_673_707_089_920L;
  private static final List<String> RULE_TAGS = List.of("shares", "crypto", "banks", "energy");

  private final People people;
  private final List<KnownTweet> known;
  private final ZipfDistribution knownRanks;

  private TweetWriter(People people, List<KnownTweet> known) {
    this.people = people;
    this.known = known;
    this.knownRanks = new ZipfDistribution(known.size(), 0.9);
  }

  /**
   * The writer for a data set.
   *
   * @param before the beginning of the data set, in milliseconds since 1970-01-01T00:00:00Z;
   *     retweeted and quoted tweets are older
   */
  public static TweetWriter of(long seed, long before) {
    People people = People.invent(seed);
    return new TweetWriter(people, KnownTweet.invent(seed, before, people));
  }

  /**
   * The id of a tweet.
   *
   * @param number the number of the tweet in the data set
   */
  public static long id(long epochMilli, long number) {
    return TwitterTime.id(epochMilli, number);
  }

  /** Appends one tweet without a line end. */
  public void write(JsonBuffer json, long id, Randomness random) {
    if (random.chance(RETWEETS)) {
      KnownTweet original = known.get(knownRanks.draw(random));
      Tweet tweet = Tweet.retweet(id, original, people, random);
      tweet.open(json, true, random);
      original.write(json.raw(",\"retweeted_status\":"), random);
      Tweet.counters(json, 0, 0, 0, 0);
      tweet.close(json);
    } else {
      Tweet tweet = Tweet.draw(id, true, people, known, random);
      tweet.open(json, true, random);
      int likes = random.chance(0.3) ? random.below(6) : 0;
      Tweet.counters(json, 0, likes / 4, likes / 2, likes);
      tweet.close(json);
    }
    int rule = random.below(RULE_TAGS.size());
    json.raw(",\"matching_rules\":[{\"tag\":").string(RULE_TAGS.get(rule));
    json.raw(",\"id\":").number(FIRST_RULE + rule);
    json.raw(",\"id_str\":\"").number(FIRST_RULE + rule).raw("\"}],\"timestamp_ms\":\"");
    json.number(TwitterTime.epochMilli(id)).raw("\"}");
  }
}

package io.stockpile.bench.data.twitter;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.JsonFragment;
import io.stockpile.bench.data.parts.Randomness;
import java.util.List;
import java.util.Optional;

/**
 * A tweet that was drawn and is going to be written.
 *
 * @param answered the author of the tweet that it answers
 * @param place where it was written
 * @param exact whether it has the exact point, too
 * @param quoted the tweet that it quotes
 */
record Tweet(
    TwitterUser author,
    TweetText text,
    Optional<TwitterUser> answered,
    Optional<Place> place,
    boolean exact,
    Optional<KnownTweet> quoted) {
  private static final List<String> SOURCES =
      List.of("Twitter for iPhone", "Twitter Web Client", "Twitter for Android", "Example Deck");
  private static final long OLDEST_ANSWERED = 3_600_000L;

  /** Draws a tweet that is not a retweet. */
  static Tweet draw(
      long id, boolean mayQuote, People people, List<KnownTweet> known, Randomness random) {
    TwitterUser author = people.drawUser(random);
    Optional<TwitterUser> answered =
        random.chance(0.25) ? Optional.of(people.drawUser(random)) : Optional.empty();
    Optional<Place> place =
        random.chance(0.03) ? Optional.of(random.pick(people.places())) : Optional.empty();
    Optional<KnownTweet> quoted =
        mayQuote && random.chance(0.12)
            ? Optional.of(random.pickFromFront(known))
            : Optional.empty();
    TweetText text = TweetText.compose(id, author, answered, people, random);
    return new Tweet(author, text, answered, place, random.chance(0.3), quoted);
  }

  /** Draws a retweet of a well-known tweet. */
  static Tweet retweet(long id, KnownTweet original, People people, Randomness random) {
    return new Tweet(
        people.drawUser(random),
        original.text().shown().retweeted(id, original.author()),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /**
   * Writes the opening brace and the members up to the author, the place and the quoted tweet.
   *
   * @param enriched whether the author has the members that the delivering service adds
   */
  void open(JsonBuffer json, boolean enriched, Randomness random) {
    long id = text.id();
    TweetText shown = text.shown();
    json.raw("{\"created_at\":").string(TwitterTime.text(TwitterTime.epochMilli(id)));
    json.raw(",\"id\":").number(id).raw(",\"id_str\":\"").number(id);
    json.raw("\",\"text\":").string(shown.full());
    String source = random.pickFromFront(SOURCES);
    json.raw(",\"source\":");
    json.string("<a href=\"http://twitter.com/app\" rel=\"nofollow\">" + source + "</a>");
    json.raw(",\"truncated\":").raw(text.isLong() ? "true" : "false");
    answered(json, random);
    author.write(json.raw(",\"user\":"), enriched, random);
    if (place.isPresent() && exact) {
      place.get().writePoint(json);
    } else {
      json.raw(",\"geo\":null,\"coordinates\":null");
    }
    json.raw(",\"place\":").raw(place.map(Place::json).orElse(JsonFragment.NULL));
    json.raw(",\"contributors\":null");
    if (quoted.isPresent()) {
      long quotedId = quoted.get().text().id();
      json.raw(",\"quoted_status_id\":").number(quotedId);
      json.raw(",\"quoted_status_id_str\":\"").number(quotedId).raw("\",\"quoted_status\":");
      quoted.get().write(json, random);
    }
    json.raw(",\"is_quote_status\":").raw(quoted.isPresent() ? "true" : "false");
    if (text.isLong()) {
      json.raw(",\"extended_tweet\":{\"full_text\":").string(text.full());
      json.raw(",\"display_text_range\":[0,").number(text.full().length());
      Mark.entities(json.raw("],\"entities\":"), text.marks());
      Mark.extendedEntities(json, text.marks());
      json.raw('}');
    }
  }

  private void answered(JsonBuffer json, Randomness random) {
    if (answered.isEmpty()) {
      json.raw(",\"in_reply_to_status_id\":null,\"in_reply_to_status_id_str\":null");
      json.raw(",\"in_reply_to_user_id\":null,\"in_reply_to_user_id_str\":null");
      json.raw(",\"in_reply_to_screen_name\":null");
      return;
    }
    TwitterUser user = answered.get();
    long before = (long) (random.unit() * OLDEST_ANSWERED);
    long status = TwitterTime.id(TwitterTime.epochMilli(text.id()) - before, random.below(9999));
    json.raw(",\"in_reply_to_status_id\":").number(status);
    json.raw(",\"in_reply_to_status_id_str\":\"").number(status);
    json.raw("\",\"in_reply_to_user_id\":").number(user.id());
    json.raw(",\"in_reply_to_user_id_str\":\"").number(user.id());
    json.raw("\",\"in_reply_to_screen_name\":").string(user.screenName());
  }

  /** Writes the counters. */
  static void counters(JsonBuffer json, int quotes, int replies, int retweets, int favorites) {
    json.raw(",\"quote_count\":").number(quotes).raw(",\"reply_count\":").number(replies);
    json.raw(",\"retweet_count\":").number(retweets).raw(",\"favorite_count\":").number(favorites);
  }

  /** Writes the members behind the counters, without the closing brace. */
  void close(JsonBuffer json) {
    TweetText shown = text.shown();
    Mark.entities(json.raw(",\"entities\":"), shown.marks());
    Mark.extendedEntities(json, shown.marks());
    json.raw(",\"favorited\":false,\"retweeted\":false");
    if (shown.marks().stream().anyMatch(mark -> mark.kind() == Mark.Kind.URLS)) {
      json.raw(",\"possibly_sensitive\":false");
    }
    json.raw(",\"filter_level\":\"low\",\"lang\":\"").raw(author.id() % 8 == 0 ? "und" : "en");
    json.raw('"');
  }
}

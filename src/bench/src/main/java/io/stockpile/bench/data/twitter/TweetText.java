package io.stockpile.bench.data.twitter;

import io.stockpile.bench.data.parts.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a tweet, with the marks in it.
 *
 * @param id the id of the tweet
 */
record TweetText(long id, String full, List<Mark> marks) {
  private static final int SHORT = 140;
  private static final int SHOWN_OF_LONG = 116;
  private static final int MOST_WORDS = 40;

  TweetText {
    marks = List.copyOf(marks);
  }

  static TweetText compose(
      long id,
      TwitterUser author,
      Optional<TwitterUser> answered,
      People people,
      Randomness random) {
    StringBuilder text = new StringBuilder(300);
    List<Mark> marks = new ArrayList<>();
    answered.ifPresent(user -> mention(user, text, marks));
    if (random.chance(0.4)) {
      tag(Mark.Kind.SYMBOLS, '$', people.drawSymbol(random), text, marks);
    }
    int words = Math.min(MOST_WORDS, 3 + random.geometric(10));
    text.append(people.vocabulary().sentence(random, words));
    if (random.chance(0.1)) {
      text.append(" &amp; ✅");
    }
    for (int tags = random.chance(0.25) ? 1 + random.below(3) : 0; tags > 0; tags--) {
      tag(Mark.Kind.HASHTAGS, '#', people.drawHashtag(random), text.append(' '), marks);
    }
    if (random.chance(0.35)) {
      String url = url(text.append(' '), random);
      marks.add(Mark.link(text.length() - url.length(), url, people.vocabulary(), random));
    }
    if (random.chance(0.15)) {
      String url = url(text.append(' '), random);
      int start = text.length() - url.length();
      marks.add(Mark.picture(start, url, author.screenName(), id, random));
    }
    return new TweetText(id, text.toString().strip(), marks);
  }

  private static void mention(TwitterUser user, StringBuilder text, List<Mark> marks) {
    marks.add(Mark.mention(text.length(), user));
    text.append('@').append(user.screenName()).append(' ');
  }

  private static void tag(
      Mark.Kind kind, char sign, String tag, StringBuilder text, List<Mark> marks) {
    marks.add(Mark.tag(kind, text.length(), tag));
    text.append(sign).append(tag).append(' ');
  }

  private static String url(StringBuilder text, Randomness random) {
    String url = "https://t.co/" + TwitterUser.code(random);
    text.append(url);
    return url;
  }

  /** Whether the text is too long for the member {@code text}. */
  boolean isLong() {
    return full.length() > SHORT;
  }

  /**
   * The value of the member {@code text}: the whole text, or its beginning and a link to the full
   * tweet.
   */
  TweetText shown() {
    if (!isLong()) {
      return this;
    }
    String url = "https://t.co/" + Long.toString(id, 36);
    List<Mark> shown = new ArrayList<>();
    marks.stream().filter(mark -> mark.end() <= SHOWN_OF_LONG).forEach(shown::add);
    shown.add(Mark.ownLink(SHOWN_OF_LONG + 2, url, id));
    return new TweetText(id, full.substring(0, SHOWN_OF_LONG) + "… " + url, shown);
  }

  /** The text of a retweet of it: the author's name, and as much of the text as fits behind it. */
  TweetText retweeted(long retweet, TwitterUser author) {
    String prefix = "RT @" + author.screenName() + ": ";
    String text = prefix + full;
    int room = text.length() > SHORT ? SHORT - 1 : text.length();
    List<Mark> shown = new ArrayList<>();
    shown.add(Mark.mention("RT ".length(), author));
    for (Mark mark : marks) {
      if (mark.end() + prefix.length() <= room) {
        shown.add(mark.shifted(prefix.length()));
      }
    }
    return new TweetText(
        retweet, room < text.length() ? text.substring(0, room) + "…" : text, shown);
  }
}

package io.stockpile.pipeline.recipes;

import java.util.Map;
import java.util.TreeMap;

/**
 * A tweet of each kind, by its id. The whole text of each is {@code whole text of} followed by its
 * id.
 */
final class Tweets {
  static final Map<Long, String> OF_EVERY_KIND = new TreeMap<>();

  private static final String NATIVE =
      "\"created_at\":\"Sun Jan 01 00:0%d:00 +0000 2017\",\"id\":%d,\"id_str\":\"%d\",\"user\":{"
          + "\"id\":7,\"id_str\":\"7\",\"screen_name\":\"u\"}";
  private static final String ACTIVITY =
      "\"id\":\"tag:search.twitter.com,2005:%d\",\"objectType\":\"activity\",\"actor\":{\"id\":"
          + "\"id:twitter.com:7\"},\"postedTime\":\"2017-01-01T00:0%d:00.000Z\"";

  static {
    tweet(1, "\"text\":\"whole text of 1\",\"truncated\":false");
    tweet(
        2,
        "\"text\":\"whole te…\",\"truncated\":true,\"extended_tweet\":{\"full_text\":"
            + "\"whole text of 2\"}");
    tweet(3, "\"full_text\":\"whole text of 3\",\"truncated\":false");
    tweet(
        4,
        "\"text\":\"RT @v: whole te…\",\"retweeted_status\":{\"id\":90,\"text\":\"whole te…\","
            + "\"truncated\":true,\"extended_tweet\":{\"full_text\":\"whole text of 4\"}}");
    tweet(5, "\"text\":\"RT @v: whole…\",\"retweeted_status\":{\"text\":\"whole text of 5\"}");
    tweet(
        6,
        "\"full_text\":\"RT @v: whole…\",\"retweeted_status\":{\"full_text\":"
            + "\"whole text of 6\"}");
    activity(7, "post", "\"body\":\"whole text of 7\",\"object\":{\"objectType\":\"note\"}");
    activity(
        8,
        "post",
        "\"body\":\"whole te…\",\"object\":{\"objectType\":\"note\"},\"long_object\":{\"body\":"
            + "\"whole text of 8\"}");
    activity(
        9,
        "share",
        "\"body\":\"RT @v: whole…\",\"object\":{\"objectType\":\"activity\",\"verb\":\"post\","
            + "\"id\":\"tag:search.twitter.com,2005:90\",\"body\":\"whole te…\",\"long_object\":{"
            + "\"body\":\"whole text of 9\"}}");
  }

  private Tweets() {}

  private static void tweet(long id, String rest) {
    OF_EVERY_KIND.put(id, "{" + NATIVE.formatted(id, id, id) + "," + rest + "}");
  }

  private static void activity(long id, String verb, String rest) {
    OF_EVERY_KIND.put(
        id, "{" + ACTIVITY.formatted(id, id) + ",\"verb\":\"" + verb + "\"," + rest + "}");
  }
}

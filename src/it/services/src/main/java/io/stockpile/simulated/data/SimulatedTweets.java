package io.stockpile.simulated.data;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Made-up tweets: the same number in every minute, each with an id of its own above 2^53, spread
 * over the minute's seconds in order. Deterministic.
 *
 * @param form the form in which they are written
 * @param perMinute the number of tweets in each minute
 */
public record SimulatedTweets(Form form, int perMinute) implements MinuteSource {
  private static final DateTimeFormatter TWITTER_TIME =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter POSTED_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
  private static final long FIRST_ID = 700_000_000_000_000_000L;
  private static final long IDS_PER_MINUTE = 1_000_000L;

  /** The forms in which activities come. */
  public enum Form {
    /** Activity Streams. */
    ACTIVITY_STREAMS,
    /** Twitter's own. */
    NATIVE,
    /** Deletions, as the compliance stream has them. */
    DELETIONS
  }

  /** The ids of a minute's tweets. */
  public List<Long> ids(Instant minute) {
    List<Long> ids = new ArrayList<>(perMinute);
    long base = FIRST_ID + minute.getEpochSecond() / 60 * IDS_PER_MINUTE;
    for (int i = 0; i < perMinute; i++) {
      ids.add(base + i);
    }
    return ids;
  }

  /** The ids of all tweets of a half-open range of minutes. */
  public List<Long> ids(Instant from, Instant to) {
    List<Long> ids = new ArrayList<>();
    for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
      ids.addAll(ids(minute));
    }
    return ids;
  }

  @Override
  public List<String> activities(Instant minute) {
    List<String> lines = new ArrayList<>(perMinute);
    int index = 0;
    for (long id : ids(minute)) {
      Duration into = Duration.ofMillis(60_000L * index++ / perMinute);
      lines.add(line(id, minute.plus(into)));
    }
    return lines;
  }

  private String line(long id, Instant time) {
    return switch (form) {
      case ACTIVITY_STREAMS ->
          ("{\"id\":\"tag:search.twitter.com,2005:%d\",\"objectType\":\"activity\",\"actor\":"
                  + "{\"objectType\":\"person\",\"id\":\"id:twitter.com:%d\",\"preferredUsername\":"
                  + "\"user%d\",\"postedTime\":\"2011-02-06T18:45:55.000Z\",\"followersCount\":%d},"
                  + "\"verb\":\"post\",\"postedTime\":\"%s\",\"body\":\"Watching $STCK \\u00e9 \\\""
                  + "closely\\\" %d\",\"object\":{\"objectType\":\"note\",\"id\":\"object:search."
                  + "twitter.com,2005:%d\",\"postedTime\":\"%s\"},\"retweetCount\":0,"
                  + "\"favoritesCount\":0,\"gnip\":{\"matching_rules\":[{\"tag\":null,\"id\":"
                  + "715947673707089920}]}}")
              .formatted(
                  id, id % 1_000_003, id % 1_000_003, id % 977, posted(time), id, id, posted(time));
      case NATIVE ->
          ("{\"created_at\":\"%s\",\"id\":%d,\"id_str\":\"%d\",\"text\":\"Watching $STCK %d\","
                  + "\"truncated\":false,\"user\":{\"id\":%d,\"id_str\":\"%d\",\"screen_name\":"
                  + "\"user%d\",\"created_at\":\"Sun Feb 06 18:45:55 +0000 2011\"},\"geo\":null,"
                  + "\"retweet_count\":0,\"lang\":\"en\",\"timestamp_ms\":\"%d\"}")
              .formatted(
                  TWITTER_TIME.format(time.atOffset(ZoneOffset.UTC)),
                  id,
                  id,
                  id,
                  id % 1_000_003,
                  id % 1_000_003,
                  id % 1_000_003,
                  time.toEpochMilli());
      case DELETIONS ->
          ("{\"delete\":{\"status\":{\"id\":%d,\"id_str\":\"%d\",\"user_id\":%d,\"user_id_str\":"
                  + "\"%d\"},\"timestamp_ms\":\"%d\"}}")
              .formatted(id, id, id % 1_000_003, id % 1_000_003, time.toEpochMilli());
    };
  }

  private static String posted(Instant time) {
    return POSTED_TIME.format(time.atOffset(ZoneOffset.UTC));
  }
}

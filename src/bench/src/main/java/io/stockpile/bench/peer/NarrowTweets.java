package io.stockpile.bench.peer;

import static io.stockpile.bench.peer.SqlType.listOf;
import static io.stockpile.bench.peer.SqlType.member;
import static io.stockpile.bench.peer.SqlType.struct;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The job of an analyst who wants tweets in Parquet: 35 columns at the top level, each with one
 * value or a list of values. The rest of each line is skipped.
 */
final class NarrowTweets implements PeerJob {
  /**
   * A column.
   *
   * @param name its name in the output
   * @param sql SQL for the value, the same in the line and in the archive's table
   */
  private record Column(String name, String sql) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", "id"),
          new Column("created_at", "created_at"),
          new Column("text", "coalesce(extended_tweet.full_text, text)"),
          new Column("lang", "lang"),
          new Column("source", "\"source\""),
          new Column("user_id", "\"user\".id"),
          new Column("user_screen_name", "\"user\".screen_name"),
          new Column("user_name", "\"user\".name"),
          new Column("user_location", "\"user\".location"),
          new Column("user_description", "\"user\".description"),
          new Column("user_verified", "\"user\".verified"),
          new Column("user_followers", "\"user\".followers_count"),
          new Column("user_friends", "\"user\".friends_count"),
          new Column("user_statuses", "\"user\".statuses_count"),
          new Column("user_created_at", "\"user\".created_at"),
          new Column("in_reply_to_status_id", "in_reply_to_status_id"),
          new Column("in_reply_to_user_id", "in_reply_to_user_id"),
          new Column("retweeted_id", "retweeted_status.id"),
          new Column("retweeted_user_id", "retweeted_status.\"user\".id"),
          new Column("retweeted_count", "retweeted_status.retweet_count"),
          new Column("quoted_id", "quoted_status.id"),
          new Column("quoted_user_id", "quoted_status.\"user\".id"),
          new Column("quotes", "quote_count"),
          new Column("replies", "reply_count"),
          new Column("retweets", "retweet_count"),
          new Column("favorites", "favorite_count"),
          new Column("place_name", "place.full_name"),
          new Column("place_country", "place.country_code"),
          new Column("klout_score", "\"user\".derived.klout.score"),
          each("hashtags", "entities.hashtags", "text"),
          each("cashtags", "entities.symbols", "text"),
          each("urls", "entities.urls", "expanded_url"),
          each("mentioned_user_ids", "entities.user_mentions", "id"),
          each("media_urls", "entities.media", "media_url_https"),
          each("rule_tags", "matching_rules", "tag"));

  private static Column each(String name, String list, String member) {
    return new Column(name, "list_transform(" + list + ", lambda e: e." + member + ")");
  }

  @Override
  public SqlType.Struct read() {
    SqlType.Struct identified = struct(member("id", "BIGINT"));
    return struct(
        member("id", "BIGINT"),
        member("created_at", "TIMESTAMP"),
        member("text", "VARCHAR"),
        member("extended_tweet", struct(member("full_text", "VARCHAR"))),
        member("lang", "VARCHAR"),
        member("source", "VARCHAR"),
        member("user", user()),
        member("in_reply_to_status_id", "BIGINT"),
        member("in_reply_to_user_id", "BIGINT"),
        member(
            "retweeted_status",
            struct(
                member("id", "BIGINT"),
                member("retweet_count", "BIGINT"),
                member("user", identified))),
        member("quoted_status", struct(member("id", "BIGINT"), member("user", identified))),
        member("quote_count", "BIGINT"),
        member("reply_count", "BIGINT"),
        member("retweet_count", "BIGINT"),
        member("favorite_count", "BIGINT"),
        member("place", new SqlType.Struct(SqlType.texts("full_name", "country_code"))),
        member("entities", entities()),
        member("matching_rules", listOf(struct(member("tag", "VARCHAR")))));
  }

  private static SqlType.Struct user() {
    return struct(
        member("id", "BIGINT"),
        member("screen_name", "VARCHAR"),
        member("name", "VARCHAR"),
        member("location", "VARCHAR"),
        member("description", "VARCHAR"),
        member("verified", "BOOLEAN"),
        member("followers_count", "BIGINT"),
        member("friends_count", "BIGINT"),
        member("statuses_count", "BIGINT"),
        member("created_at", "TIMESTAMP"),
        member("derived", struct(member("klout", struct(member("score", "BIGINT"))))));
  }

  private static SqlType.Struct entities() {
    return struct(
        member("hashtags", listOf(struct(member("text", "VARCHAR")))),
        member("symbols", listOf(struct(member("text", "VARCHAR")))),
        member("urls", listOf(struct(member("expanded_url", "VARCHAR")))),
        member("user_mentions", listOf(struct(member("id", "BIGINT")))),
        member("media", listOf(struct(member("media_url_https", "VARCHAR")))));
  }

  @Override
  public String select() {
    return COLUMNS.stream()
        .map(column -> column.sql() + " AS " + column.name())
        .collect(Collectors.joining(", "));
  }

  @Override
  public String from(String lines) {
    return Tweets.from(lines);
  }

  @Override
  public String readOptions() {
    return Tweets.READ_OPTIONS;
  }

  @Override
  public List<ComparedValue> compared() {
    return COLUMNS.stream()
        .map(
            column ->
                column.name().endsWith("created_at")
                    ? new ComparedValue(column.name(), epoch(column.name()), epoch(column.sql()))
                    : new ComparedValue(column.name(), column.name(), column.sql()))
        .toList();
  }

  /** SQL for an instant as microseconds, which are the same with and without a time zone. */
  private static String epoch(String sql) {
    return "epoch_us(" + sql + ")";
  }

  @Override
  public List<String> tables() {
    return Tweets.TABLES;
  }
}

package io.stockpile.bench.peer;

import static io.stockpile.bench.peer.SqlType.listOf;
import static io.stockpile.bench.peer.SqlType.member;
import static io.stockpile.bench.peer.SqlType.struct;

import java.util.ArrayList;
import java.util.List;

/**
 * The job that keeps as much as the archive's table: every member that is not always null, groups
 * as groups and lists as lists. If a record has an id as a number and as text, one of them is kept,
 * as in the archive. Of retweeted and quoted tweets the archive has only some members as columns
 * and the others in {@code extra}; the peer has all of them as columns, and only the former are
 * compared.
 */
final class WideTweets implements PeerJob {
  @Override
  public SqlType.Struct read() {
    List<SqlType.Member> members = new ArrayList<>(compact());
    members.addAll(
        List.of(
            member("geo", point()),
            member("coordinates", point()),
            member("user", new SqlType.Struct(user(true, true))),
            member("retweeted_status", nested()),
            member("quoted_status", nested())));
    return new SqlType.Struct(members);
  }

  @Override
  public String select() {
    return "*";
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
  public List<String> tables() {
    return Tweets.TABLES;
  }

  @Override
  public List<ComparedValue> compared() {
    List<SqlType.Member> members = new ArrayList<>(compact());
    members.add(member("geo", struct(member("type", "VARCHAR"))));
    members.add(member("coordinates", struct(member("type", "VARCHAR"))));
    members.add(member("user", new SqlType.Struct(user(true, false))));
    members.add(member("retweeted_status", columnsOfNested()));
    members.add(member("quoted_status", columnsOfNested()));
    List<ComparedValue> compared = new ArrayList<>(new SqlType.Struct(members).leaves());
    compared.add(new ComparedValue("geo.lat_lon", "geo.coordinates", "geo.lat_lon"));
    compared.add(
        new ComparedValue(
            "coordinates.lon_lat", "\"coordinates\".coordinates", "\"coordinates\".lon_lat"));
    compared.add(
        new ComparedValue(
            "user.derived.locations.geo.lon_lat",
            profilePoint("coordinates"),
            profilePoint("lon_lat")));
    return compared;
  }

  private static String profilePoint(String member) {
    return "list_transform(\"user\".derived.locations, lambda e: e.geo." + member + ")";
  }

  /** Members that have the same names and types in the archive. */
  private static List<SqlType.Member> compact() {
    List<SqlType.Member> members = new ArrayList<>(text());
    members.add(member("timestamp_ms", "BIGINT"));
    members.add(member("quoted_status_id", "BIGINT"));
    members.add(
        member("matching_rules", listOf(struct(member("tag", "VARCHAR"), member("id", "BIGINT")))));
    return members;
  }

  private static List<SqlType.Member> text() {
    return List.of(
        member("id", "BIGINT"),
        member("created_at", "TIMESTAMP"),
        member("text", "VARCHAR"),
        member("source", "VARCHAR"),
        member("truncated", "BOOLEAN"),
        member("in_reply_to_status_id", "BIGINT"),
        member("in_reply_to_user_id", "BIGINT"),
        member("in_reply_to_screen_name", "VARCHAR"),
        member("place", place()),
        member("is_quote_status", "BOOLEAN"),
        member(
            "extended_tweet",
            struct(
                member("full_text", "VARCHAR"),
                member("display_text_range", listOf("BIGINT")),
                member("entities", TweetEntities.entities()),
                member("extended_entities", TweetEntities.extendedEntities()))),
        member("quote_count", "BIGINT"),
        member("reply_count", "BIGINT"),
        member("retweet_count", "BIGINT"),
        member("favorite_count", "BIGINT"),
        member("entities", TweetEntities.entities()),
        member("extended_entities", TweetEntities.extendedEntities()),
        member("favorited", "BOOLEAN"),
        member("retweeted", "BOOLEAN"),
        member("possibly_sensitive", "BOOLEAN"),
        member("filter_level", "VARCHAR"),
        member("lang", "VARCHAR"));
  }

  private static SqlType.Struct nested() {
    List<SqlType.Member> members = new ArrayList<>(text());
    members.add(member("user", new SqlType.Struct(user(false, false))));
    members.add(member("geo", point()));
    members.add(member("coordinates", point()));
    return new SqlType.Struct(members);
  }

  private static SqlType.Struct columnsOfNested() {
    return struct(
        member("id", "BIGINT"),
        member("created_at", "TIMESTAMP"),
        member("text", "VARCHAR"),
        member("extended_tweet", struct(member("full_text", "VARCHAR"))),
        member("lang", "VARCHAR"),
        member("retweet_count", "BIGINT"),
        member("favorite_count", "BIGINT"),
        member("reply_count", "BIGINT"),
        member("quote_count", "BIGINT"),
        member(
            "user",
            struct(
                member("id", "BIGINT"),
                member("screen_name", "VARCHAR"),
                member("name", "VARCHAR"),
                member("followers_count", "BIGINT"))));
  }

  /**
   * The members of a user.
   *
   * @param enriched whether with the members that the delivering service adds
   * @param points whether with the points in those members
   */
  private static List<SqlType.Member> user(boolean enriched, boolean points) {
    List<SqlType.Member> members = new ArrayList<>();
    members.add(member("id", "BIGINT"));
    members.addAll(SqlType.texts("name", "screen_name", "location", "url", "description"));
    for (String counter :
        List.of(
            "followers_count",
            "friends_count",
            "listed_count",
            "favourites_count",
            "statuses_count",
            "utc_offset")) {
      members.add(member(counter, "BIGINT"));
    }
    members.add(member("created_at", "TIMESTAMP"));
    members.addAll(SqlType.texts("time_zone", "lang", "translator_type"));
    for (String flag :
        List.of(
            "protected",
            "verified",
            "geo_enabled",
            "contributors_enabled",
            "is_translator",
            "profile_background_tile",
            "profile_use_background_image",
            "default_profile",
            "default_profile_image")) {
      members.add(member(flag, "BOOLEAN"));
    }
    members.addAll(
        SqlType.texts(
            "profile_background_color",
            "profile_link_color",
            "profile_sidebar_border_color",
            "profile_sidebar_fill_color",
            "profile_text_color",
            "profile_background_image_url",
            "profile_background_image_url_https",
            "profile_image_url",
            "profile_image_url_https",
            "profile_banner_url"));
    if (enriched) {
      members.add(member("derived", derived(points)));
    }
    return members;
  }

  private static SqlType.Struct derived(boolean points) {
    List<SqlType.Member> location =
        new ArrayList<>(
            SqlType.texts("country", "country_code", "locality", "region", "full_name"));
    location.add(member("geo", points ? point() : struct(member("type", "VARCHAR"))));
    return struct(
        member(
            "klout",
            struct(
                member("score", "BIGINT"),
                member("user_id", "VARCHAR"),
                member("profile_url", "VARCHAR"))),
        member("locations", listOf(new SqlType.Struct(location))));
  }

  private static SqlType.Struct point() {
    return struct(member("type", "VARCHAR"), member("coordinates", listOf("DOUBLE")));
  }

  private static SqlType.Struct place() {
    List<SqlType.Member> members =
        new ArrayList<>(
            SqlType.texts(
                "id", "url", "place_type", "name", "full_name", "country_code", "country"));
    members.add(
        member("bounding_box", struct(member("type", "VARCHAR"), member("coordinates", "JSON"))));
    members.add(member("attributes", "JSON"));
    return new SqlType.Struct(members);
  }
}

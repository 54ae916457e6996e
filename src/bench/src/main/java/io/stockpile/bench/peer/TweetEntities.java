package io.stockpile.bench.peer;

import static io.stockpile.bench.peer.SqlType.listOf;
import static io.stockpile.bench.peer.SqlType.member;
import static io.stockpile.bench.peer.SqlType.struct;

import java.util.ArrayList;
import java.util.List;

/** The types of {@code entities} and {@code extended_entities} of a tweet. */
final class TweetEntities {
  private static final SqlType.Member INDICES = member("indices", listOf("BIGINT"));

  private TweetEntities() {}

  static SqlType.Struct entities() {
    return struct(
        member("hashtags", listOf(struct(member("text", "VARCHAR"), INDICES))),
        member("urls", listOf(url())),
        member(
            "user_mentions",
            listOf(
                struct(
                    member("id", "BIGINT"),
                    member("screen_name", "VARCHAR"),
                    member("name", "VARCHAR"),
                    INDICES))),
        member("symbols", listOf(struct(member("text", "VARCHAR"), INDICES))),
        member("media", listOf(media())));
  }

  static SqlType.Struct extendedEntities() {
    return struct(member("media", listOf(media())));
  }

  private static SqlType.Struct url() {
    List<SqlType.Member> members =
        new ArrayList<>(SqlType.texts("url", "expanded_url", "display_url"));
    members.add(INDICES);
    members.add(
        member(
            "unwound",
            struct(
                member("url", "VARCHAR"),
                member("status", "BIGINT"),
                member("title", "VARCHAR"),
                member("description", "VARCHAR"))));
    return new SqlType.Struct(members);
  }

  private static SqlType.Struct media() {
    List<SqlType.Member> members = new ArrayList<>();
    members.add(member("id", "BIGINT"));
    members.addAll(
        SqlType.texts(
            "type", "url", "display_url", "expanded_url", "media_url", "media_url_https"));
    members.add(INDICES);
    members.add(member("sizes", "JSON"));
    return new SqlType.Struct(members);
  }
}

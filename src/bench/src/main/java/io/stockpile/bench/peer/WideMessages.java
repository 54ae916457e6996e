package io.stockpile.bench.peer;

import static io.stockpile.bench.peer.SqlType.listOf;
import static io.stockpile.bench.peer.SqlType.member;
import static io.stockpile.bench.peer.SqlType.struct;

import java.util.ArrayList;
import java.util.List;

/**
 * The job that keeps as much as the archive's table: every member of the message under the same
 * name, groups as groups and lists as lists. The columns that the archive adds (format, source unit
 * and line, extra) have no counterpart.
 */
final class WideMessages implements PeerJob {
  private static final SqlType.Struct CHART =
      new SqlType.Struct(SqlType.texts("thumb", "large", "original", "url"));

  @Override
  public SqlType.Struct read() {
    return messageWith(
        member(
            "entities",
            struct(
                member("chart", CHART), member("sentiment", struct(member("basic", "VARCHAR"))))));
  }

  @Override
  public String select() {
    return "* REPLACE ({'chart': entities.chart} AS entities), entities.sentiment.basic AS"
        + " sentiment";
  }

  @Override
  public List<ComparedValue> compared() {
    return messageWith(
            member("entities", struct(member("chart", CHART))), member("sentiment", "VARCHAR"))
        .leaves();
  }

  private static SqlType.Struct messageWith(SqlType.Member... last) {
    List<SqlType.Member> members =
        new ArrayList<>(
            List.of(
                member("id", "BIGINT"),
                member("body", "VARCHAR"),
                member("created_at", "TIMESTAMP"),
                member("user", user()),
                member("source", identified(SqlType.texts("title", "url"))),
                member("symbols", listOf(symbol())),
                member("prices", listOf(identified(SqlType.texts("symbol", "price")))),
                member(
                    "conversation",
                    struct(
                        member("parent_message_id", "BIGINT"),
                        member("in_reply_to_message_id", "BIGINT"),
                        member("parent", "BOOLEAN"),
                        member("replies", "BIGINT"))),
                member("links", listOf(link())),
                member(
                    "likes",
                    struct(member("total", "BIGINT"), member("user_ids", listOf("BIGINT")))),
                member(
                    "reshares",
                    struct(
                        member("reshared_count", "BIGINT"), member("user_ids", listOf("BIGINT")))),
                member("mentioned_users", listOf("VARCHAR"))));
    members.addAll(List.of(last));
    return new SqlType.Struct(members);
  }

  private static SqlType.Struct user() {
    List<SqlType.Member> members = new ArrayList<>();
    members.add(member("id", "BIGINT"));
    members.addAll(SqlType.texts("username", "name", "avatar_url", "avatar_url_ssl"));
    members.add(member("join_date", "DATE"));
    members.add(member("official", "BOOLEAN"));
    for (String counter :
        List.of(
            "followers",
            "following",
            "ideas",
            "watchlist_stocks_count",
            "like_count",
            "subscribers_count",
            "subscribed_to_count")) {
      members.add(member(counter, "BIGINT"));
    }
    members.addAll(SqlType.texts("location", "bio", "website_url"));
    List<SqlType.Member> strategy = new ArrayList<>();
    strategy.add(member("assets_frequently_traded", listOf("VARCHAR")));
    strategy.addAll(SqlType.texts("approach", "holding_period", "experience"));
    members.add(member("trading_strategy", new SqlType.Struct(strategy)));
    return new SqlType.Struct(members);
  }

  private static SqlType.Struct symbol() {
    List<SqlType.Member> members =
        new ArrayList<>(SqlType.texts("symbol", "title", "exchange", "sector", "industry"));
    members.add(member("trending_score", "DOUBLE"));
    members.add(member("watchlist_count", "BIGINT"));
    return identified(members);
  }

  private static SqlType.Struct link() {
    List<SqlType.Member> members =
        new ArrayList<>(
            SqlType.texts(
                "title", "url", "shortened_url", "shortened_expanded_url", "description", "image"));
    members.add(member("created_at", "TIMESTAMP"));
    members.add(member("video_url", "VARCHAR"));
    members.add(member("source", new SqlType.Struct(SqlType.texts("name", "website"))));
    return new SqlType.Struct(members);
  }

  private static SqlType.Struct identified(List<SqlType.Member> others) {
    List<SqlType.Member> members = new ArrayList<>();
    members.add(member("id", "BIGINT"));
    members.addAll(others);
    return new SqlType.Struct(members);
  }
}

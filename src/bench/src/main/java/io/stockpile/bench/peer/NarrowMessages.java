package io.stockpile.bench.peer;

import static io.stockpile.bench.peer.SqlType.listOf;
import static io.stockpile.bench.peer.SqlType.member;
import static io.stockpile.bench.peer.SqlType.struct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The job of an analyst who wants the messages in Parquet: 34 leaf columns. Single values are moved
 * to the top level; symbols and links are lists of small groups. The rest of each line is skipped.
 */
final class NarrowMessages implements PeerJob {
  /**
   * A column with one value.
   *
   * @param name its name in the output
   * @param inLine SQL for the value in the line
   * @param inArchive SQL for the value in the archive's table
   */
  private record Column(String name, String inLine, String inArchive) {
    static Column of(String name, String sql) {
      return new Column(name, sql, sql);
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("id", "id"),
          Column.of("body", "body"),
          new Column("created_at", "created_at", "epoch_us(created_at)"),
          Column.of("user_id", "\"user\".id"),
          Column.of("user_username", "\"user\".username"),
          Column.of("user_name", "\"user\".name"),
          Column.of("user_join_date", "\"user\".join_date"),
          Column.of("user_official", "\"user\".official"),
          Column.of("user_followers", "\"user\".followers"),
          Column.of("user_following", "\"user\".following"),
          Column.of("user_ideas", "\"user\".ideas"),
          Column.of("user_location", "\"user\".location"),
          Column.of("user_approach", "\"user\".trading_strategy.approach"),
          Column.of("user_holding_period", "\"user\".trading_strategy.holding_period"),
          Column.of("user_experience", "\"user\".trading_strategy.experience"),
          Column.of("source_id", "\"source\".id"),
          Column.of("parent_message_id", "conversation.parent_message_id"),
          Column.of("in_reply_to_message_id", "conversation.in_reply_to_message_id"),
          Column.of("starts_conversation", "conversation.parent"),
          Column.of("replies", "conversation.replies"),
          Column.of("likes", "likes.total"),
          Column.of("reshares", "reshares.reshared_count"),
          new Column("sentiment", "entities.sentiment.basic", "sentiment"),
          Column.of("chart_url", "entities.chart.url"),
          Column.of("mentioned_users", "mentioned_users"));

  private static final List<String> SYMBOL_MEMBERS =
      List.of("id", "symbol", "title", "exchange", "sector", "industry");

  @Override
  public SqlType.Struct read() {
    return struct(
        member("id", "BIGINT"),
        member("body", "VARCHAR"),
        member("created_at", "TIMESTAMP"),
        member("user", user()),
        member("source", struct(member("id", "BIGINT"))),
        member("symbols", listOf(symbol())),
        member(
            "conversation",
            struct(
                member("parent_message_id", "BIGINT"),
                member("in_reply_to_message_id", "BIGINT"),
                member("parent", "BOOLEAN"),
                member("replies", "BIGINT"))),
        member("links", listOf(link())),
        member("likes", struct(member("total", "BIGINT"))),
        member("reshares", struct(member("reshared_count", "BIGINT"))),
        member("mentioned_users", listOf("VARCHAR")),
        member(
            "entities",
            struct(
                member("chart", struct(member("url", "VARCHAR"))),
                member("sentiment", struct(member("basic", "VARCHAR"))))));
  }

  private static SqlType.Struct user() {
    return struct(
        member("id", "BIGINT"),
        member("username", "VARCHAR"),
        member("name", "VARCHAR"),
        member("join_date", "DATE"),
        member("official", "BOOLEAN"),
        member("followers", "BIGINT"),
        member("following", "BIGINT"),
        member("ideas", "BIGINT"),
        member("location", "VARCHAR"),
        member(
            "trading_strategy",
            new SqlType.Struct(SqlType.texts("approach", "holding_period", "experience"))));
  }

  private static SqlType.Struct symbol() {
    return new SqlType.Struct(
        SYMBOL_MEMBERS.stream()
            .map(name -> member(name, name.equals("id") ? "BIGINT" : "VARCHAR"))
            .toList());
  }

  private static SqlType.Struct link() {
    return struct(
        member("url", "VARCHAR"),
        member("title", "VARCHAR"),
        member("source", struct(member("name", "VARCHAR"))));
  }

  @Override
  public String select() {
    return COLUMNS.stream()
            .map(column -> column.inLine() + " AS " + column.name())
            .collect(Collectors.joining(", "))
        + ", symbols, list_transform(links, lambda l:"
        + " {'url': l.url, 'title': l.title, 'source_name': l.\"source\".name}) AS links";
  }

  @Override
  public List<ComparedValue> compared() {
    List<ComparedValue> compared = new ArrayList<>();
    for (Column column : COLUMNS) {
      String inPeer =
          column.inArchive().startsWith("epoch_us(") ? column.inArchive() : column.name();
      compared.add(new ComparedValue(column.name(), inPeer, column.inArchive()));
    }
    for (String member : SYMBOL_MEMBERS) {
      String each = "list_transform(symbols, lambda s: s." + member + ")";
      compared.add(new ComparedValue("symbols." + member, each, each));
    }
    for (String member : List.of("url", "title")) {
      String each = "list_transform(links, lambda l: l." + member + ")";
      compared.add(new ComparedValue("links." + member, each, each));
    }
    compared.add(
        new ComparedValue(
            "links.source.name",
            "list_transform(links, lambda l: l.source_name)",
            "list_transform(links, lambda l: l.\"source\".name)"));
    return compared;
  }
}

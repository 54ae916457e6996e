package io.stockpile.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables that an archive can have, read once from the schema files beside this class. A test
 * holds these files to the rules, so that they are not checked again at every start. Safe to use
 * from any thread.
 */
public final class Tables {
  private static final Map<String, TableSchema> LOADED = new ConcurrentHashMap<>();

  /** Messages of all generations, one row each. */
  public static final TableSchema MESSAGES = load("stocktwits/messages");

  /** Deletions of messages. */
  public static final TableSchema MESSAGE_DELETIONS = load("stocktwits/message_deletions");

  /** Who began or ceased to follow whom. */
  public static final TableSchema FRIENDSHIPS = load("stocktwits/friendships");

  /** Who blocked or unblocked whom. */
  public static final TableSchema BLOCKS = load("stocktwits/blocks");

  /** Who liked or unliked which message. */
  public static final TableSchema MESSAGE_LIKES = load("stocktwits/message_likes");

  /** Messages as pages of the REST API show them, one row for each time that one was seen. */
  public static final TableSchema OBSERVED_MESSAGES = load("stocktwits/observed_messages");

  /** Symbols as pages of the REST API show them. */
  public static final TableSchema OBSERVED_SYMBOLS = load("stocktwits/observed_symbols");

  /** Users as pages of the REST API show them. */
  public static final TableSchema OBSERVED_USERS = load("stocktwits/observed_users");

  /** Watch lists as pages of the REST API show them. */
  public static final TableSchema OBSERVED_WATCHLISTS = load("stocktwits/observed_watchlists");

  /** Deletions of messages and users, from the REST API's lists of them. */
  public static final TableSchema DELETIONS = load("stocktwits/deletions");

  /** Tweets of both formats, one row each. */
  public static final TableSchema TWEETS = load("twitter/tweets");

  /** What happened to tweets and users since: deletions, protection, withheld content and so on. */
  public static final TableSchema COMPLIANCE_EVENTS = load("twitter/compliance_events");

  /** Lines that no table took. */
  public static final TableSchema REJECTED = load("rejected");

  private static final Map<String, TableSchema> BY_NAME =
      byName(
          List.of(
              MESSAGES,
              MESSAGE_DELETIONS,
              FRIENDSHIPS,
              BLOCKS,
              MESSAGE_LIKES,
              OBSERVED_MESSAGES,
              OBSERVED_SYMBOLS,
              OBSERVED_USERS,
              OBSERVED_WATCHLISTS,
              DELETIONS,
              TWEETS,
              COMPLIANCE_EVENTS,
              REJECTED));

  private Tables() {}

  /** All tables, in the order of the data dictionary. */
  public static List<TableSchema> all() {
    return List.copyOf(BY_NAME.values());
  }

  /**
   * One table by its name, for example {@code stocktwits/messages}.
   *
   * @throws IllegalArgumentException when there is no such table; the message names those there are
   */
  public static TableSchema named(String name) {
    TableSchema table = BY_NAME.get(name);
    if (table == null) {
      throw new IllegalArgumentException(
          "there is no table '%s'; there are %s".formatted(name, BY_NAME.keySet()));
    }
    return table;
  }

  /**
   * Reads a schema file's text and checks it: no unknown key, field ids above 0 and unique, names
   * in snake_case and unique among their siblings, every doc written, the partition column a
   * TIMESTAMP that is required or has a {@code time_source} beside it, {@code required} and {@code
   * computed} at the top level only, and no place in a record claimed by two columns. It may take
   * the columns of another table, from that one's file.
   *
   * @throws IllegalArgumentException when something is wrong; the message says where and what
   */
  public static TableSchema parse(String json) {
    TableSchema table = SchemaReader.read(json, Tables::load);
    SchemaRules.check(table);
    return table;
  }

  private static TableSchema load(String name) {
    TableSchema known = LOADED.get(name);
    if (known != null) {
      return known;
    }
    String resource = name + ".json";
    try (InputStream in = Tables.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the schema file " + resource + " is not in the jar");
      }
      TableSchema table =
          SchemaReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Tables::load);
      if (!table.name().equals(name)) {
        throw new IllegalStateException(
            "the schema file %s is of the table '%s'".formatted(resource, table.name()));
      }
      LOADED.put(name, table);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the schema file " + resource, e);
    }
  }

  private static Map<String, TableSchema> byName(List<TableSchema> tables) {
    Map<String, TableSchema> map = new LinkedHashMap<>();
    for (TableSchema table : tables) {
      map.put(table.name(), table);
    }
    return map;
  }
}

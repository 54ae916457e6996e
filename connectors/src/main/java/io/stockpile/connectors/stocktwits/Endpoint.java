package io.stockpile.connectors.stocktwits;

import static io.stockpile.connectors.stocktwits.Paging.BY_CURSOR;
import static io.stockpile.connectors.stocktwits.Paging.BY_ID;
import static io.stockpile.connectors.stocktwits.Paging.NONE;

import java.util.List;

/**
 * The endpoints of the API for reading, according to its documentation. In words and paths {@code
 * *} stands for the argument; a word that ends in {@code ?q=} takes a search text.
 */
public enum Endpoint {
  SYMBOL("symbol/*", "streams/symbol/*", BY_ID, Access.PUBLIC, Holds.MESSAGES),
  USER("user/*", "streams/user/*", BY_ID, Access.PUBLIC, Holds.MESSAGES),
  FRIENDS("friends", "streams/friends", BY_ID, Access.TOKEN, Holds.MESSAGES),
  MENTIONS("mentions", "streams/mentions", BY_ID, Access.TOKEN, Holds.MESSAGES),
  WATCHLIST("watchlist/*", "streams/watchlist/*", BY_ID, Access.TOKEN, Holds.MESSAGES),
  ALL("all", "streams/all", BY_ID, Access.PARTNER, Holds.MESSAGES),
  CHARTS("charts", "streams/charts", BY_ID, Access.PUBLIC, Holds.MESSAGES),
  EQUITIES("equities", "streams/equities", BY_ID, Access.PARTNER, Holds.MESSAGES),
  FOREX("forex", "streams/forex", BY_ID, Access.PARTNER, Holds.MESSAGES),
  FUTURES("futures", "streams/futures", BY_ID, Access.PARTNER, Holds.MESSAGES),
  PRIVATE("private_companies", "streams/private_companies", BY_ID, Access.PARTNER, Holds.MESSAGES),
  SUGGESTED("suggested", "streams/suggested", BY_ID, Access.PUBLIC, Holds.MESSAGES),
  SYMBOLS("symbols", "streams/symbols", BY_ID, Access.PARTNER, Holds.MESSAGES),
  TRENDING("trending", "streams/trending", BY_ID, Access.PUBLIC, Holds.MESSAGES),
  DELETED_MESSAGES(
      "deletions/messages", "deletions/messages", BY_ID, Access.PARTNER, Holds.MESSAGE_DELETIONS),
  DELETED_USERS("deletions/users", "deletions/users", BY_ID, Access.PARTNER, Holds.USER_DELETIONS),
  TRENDING_SYMBOLS("trending/symbols", "trending/symbols", NONE, Access.PUBLIC, Holds.SYMBOLS),
  TRENDING_EQUITIES(
      "trending/equities", "trending/symbols/equities", NONE, Access.PUBLIC, Holds.SYMBOLS),
  WATCHLISTS("watchlists", "watchlists", NONE, Access.TOKEN, Holds.WATCHLISTS),
  WATCHLIST_SHOW("watchlists/show/*", "watchlists/show/*", NONE, Access.TOKEN, Holds.WATCHLIST),
  BLOCKING("graph/blocking", "graph/blocking", BY_CURSOR, Access.TOKEN, Holds.USERS),
  MUTING("graph/muting", "graph/muting", BY_CURSOR, Access.TOKEN, Holds.USERS),
  FOLLOWING("graph/following", "graph/following", BY_CURSOR, Access.TOKEN, Holds.USERS),
  FOLLOWERS("graph/followers", "graph/followers", BY_CURSOR, Access.TOKEN, Holds.USERS),
  SEARCH("search?q=", "search", NONE, Access.PUBLIC, Holds.RESULTS),
  SEARCH_SYMBOLS("search/symbols?q=", "search/symbols", NONE, Access.PUBLIC, Holds.RESULTS),
  SEARCH_USERS("search/users?q=", "search/users", NONE, Access.PUBLIC, Holds.RESULTS),
  MESSAGE("messages/show/*", "messages/show/*", NONE, Access.PUBLIC, Holds.MESSAGE),
  ACCOUNT("account/verify", "account/verify", NONE, Access.TOKEN, Holds.USER);

  /** Who may use an endpoint. */
  enum Access {
    /** Everybody, without a token. */
    PUBLIC,
    /** Users with a token. */
    TOKEN,
    /** Users with a token that has partner-level access. */
    PARTNER
  }

  /** The places of records in pages. */
  private static final class Holds {
    static final List<Held> MESSAGES = List.of(new Held("messages", RecordKind.MESSAGE));
    static final List<Held> MESSAGE = List.of(new Held("message", RecordKind.MESSAGE));
    static final List<Held> USERS = List.of(new Held("users", RecordKind.USER));
    static final List<Held> USER = List.of(new Held("user", RecordKind.USER));
    static final List<Held> SYMBOLS = List.of(new Held("symbols", RecordKind.SYMBOL));
    static final List<Held> RESULTS = List.of(new Held("results", RecordKind.BY_TYPE));
    static final List<Held> WATCHLISTS = List.of(new Held("watchlists", RecordKind.WATCHLIST));
    static final List<Held> WATCHLIST =
        List.of(
            new Held("watchlist", RecordKind.WATCHLIST),
            new Held("watchlist.symbols", RecordKind.SYMBOL));
    static final List<Held> MESSAGE_DELETIONS =
        List.of(new Held("messages", RecordKind.MESSAGE_DELETION));
    static final List<Held> USER_DELETIONS = List.of(new Held("users", RecordKind.USER_DELETION));
  }

  private final String word;
  private final String path;
  private final Paging paging;
  private final Access access;
  private final List<Held> holds;

  Endpoint(String word, String path, Paging paging, Access access, List<Held> holds) {
    this.word = word;
    this.path = path;
    this.paging = paging;
    this.access = access;
    this.holds = holds;
  }

  /** The form in which users write it. */
  public String word() {
    return word;
  }

  String path() {
    return path;
  }

  public Paging paging() {
    return paging;
  }

  /** Whether a token is needed. */
  public boolean needsToken() {
    return access != Access.PUBLIC;
  }

  public List<Held> holds() {
    return holds;
  }

  /** Whether it takes an argument. */
  boolean hasArgument() {
    return word.endsWith("*") || isSearch();
  }

  boolean isSearch() {
    return word.endsWith("?q=");
  }

  /** The word up to the argument. */
  String stem() {
    return isSearch() ? word.substring(0, word.length() - "?q=".length()) : word.replace("*", "");
  }
}

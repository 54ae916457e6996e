package io.stockpile.connectors.stocktwits;

import java.util.Locale;

/** What the records of a page are. */
public enum RecordKind {
  MESSAGE,
  USER,
  SYMBOL,
  WATCHLIST,
  /** The record of a message's deletion. */
  MESSAGE_DELETION,
  /** The record of a user's deletion. */
  USER_DELETION,
  /** A user or a symbol, as its own {@code type} says. */
  BY_TYPE;

  /** Its word in keys of the archive's own JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.stockpile.connectors.stocktwits;

import java.util.Locale;

/** The kinds of records in pages. */
public enum RecordKind {
  MESSAGE,
  USER,
  SYMBOL,
  WATCHLIST,
  /** The record of a message's deletion. */
  MESSAGE_DELETION,
  /** The record of a user's deletion. */
  USER_DELETION,
  /** A user or a symbol; the record's {@code type} says which. */
  BY_TYPE;

  /** The name of the member that holds such a record in the archive's own JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

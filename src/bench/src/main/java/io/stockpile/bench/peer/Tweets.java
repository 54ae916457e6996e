package io.stockpile.bench.peer;

import java.util.List;

/** What both jobs for tweets have in common. */
final class Tweets {
  static final List<String> TABLES = List.of("twitter/tweets");

  /** The format of Twitter's times. */
  static final String READ_OPTIONS = ", timestampformat='%a %b %d %H:%M:%S +0000 %Y'";

  private Tweets() {}

  /** Leaves out the lines of an answer that are messages of the service and not tweets. */
  static String from(String lines) {
    return lines + " WHERE id IS NOT NULL";
  }
}

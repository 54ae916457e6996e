package io.stockpile.bench.peer;

import java.util.List;

/** What the jobs of both widths for tweets share. */
final class Tweets {
  static final List<String> TABLES = List.of("twitter/tweets");

  /** Twitter's form of times. */
  static final String READ_OPTIONS = ", timestampformat='%a %b %d %H:%M:%S +0000 %Y'";

  private Tweets() {}

  /** Messages of the service stand among the tweets of an answer. */
  static String from(String lines) {
    return lines + " WHERE id IS NOT NULL";
  }
}

package io.stockpile.pipeline.records;

/** The kinds of records that the lines of a unit can have. It decides which router is used. */
public enum Vocabulary {
  /** StockTwits: messages, likes, friendships, blocks. */
  STOCKTWITS,
  /** Twitter: tweets, shares, compliance events, messages about the stream. */
  TWITTER,
  /** Records from pages of StockTwits' REST API, each with where and when it was seen. */
  STOCKTWITS_PAGES
}

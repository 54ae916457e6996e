package io.stockpile.pipeline.records;

/** What the lines of a unit speak of, and in which shapes: it decides which tables they go to. */
public enum Vocabulary {
  /** StockTwits: messages, likes, friendships, blocks. */
  STOCKTWITS,
  /** Twitter: tweets, shares, compliance events, messages about the stream. */
  TWITTER,
  /** Records of pages of StockTwits' REST API, each with where and when it was seen. */
  STOCKTWITS_PAGES
}

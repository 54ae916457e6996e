package io.stockpile.pipeline.records;

import io.stockpile.pipeline.json.MalformedLineException;

/** Decides for each line of one unit which table takes it, by the kind of its record. */
public interface LineRouter {

  /** A new router for lines of the vocabulary; it remembers what came before. */
  static LineRouter of(Vocabulary vocabulary) {
    return switch (vocabulary) {
      case STOCKTWITS -> new StockTwitsRouter();
      case TWITTER -> new TwitterRouter();
      case STOCKTWITS_PAGES -> new ObservedRouter();
    };
  }

  /** A route that fits what the line begins with, or that this is not enough to say. */
  Verdict glance(byte[] bytes, int from, int to) throws MalformedLineException;

  /** Whether a line that was walked on a route has the keys that the route is for. */
  boolean agrees(Route route, int marks);

  /** Reads the whole line and decides. */
  Verdict decide(byte[] bytes, int from, int to) throws MalformedLineException;
}

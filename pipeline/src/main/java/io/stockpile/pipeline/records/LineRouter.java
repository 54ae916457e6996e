package io.stockpile.pipeline.records;

import io.stockpile.pipeline.json.MalformedLineException;

/** Decides for each line of one unit which table its record belongs to. */
public interface LineRouter {

  /**
   * A new router for lines of the vocabulary. It remembers the records of its unit, so each unit
   * needs a new one.
   */
  static LineRouter of(Vocabulary vocabulary) {
    return switch (vocabulary) {
      case STOCKTWITS -> new StockTwitsRouter();
      case TWITTER -> new TwitterRouter();
      case STOCKTWITS_PAGES -> new ObservedRouter();
    };
  }

  /**
   * Guesses the route from the beginning of the line; {@link Verdict.Unsure} when that is not
   * enough.
   */
  Verdict glance(byte[] bytes, int from, int to) throws MalformedLineException;

  /**
   * Whether a line that was shredded on a guessed route has the members by which the route is
   * chosen, so that the guess was right.
   */
  boolean agrees(Route route, int marks);

  /** Decides after reading the whole line. */
  Verdict decide(byte[] bytes, int from, int to) throws MalformedLineException;
}

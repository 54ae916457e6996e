package io.stockpile.pipeline.erase.text;

/**
 * Why something of a line went, in ids alone.
 *
 * @param id what the tombstone names: the id of a message, a tweet or a user; with {@link
 *     Kind#PLACES} that of the user whose places go
 */
public record Reason(Kind kind, long id, Part part) {

  /** What kind of tombstone it was. */
  public enum Kind {
    MESSAGE("message"),
    STOCKTWITS_USER("stocktwits-user"),
    TWEET("tweet"),
    TWITTER_USER("twitter-user"),
    PLACES("places");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word for it in lists and ledgers. */
    public String label() {
      return label;
    }
  }

  /** What went because of it. */
  public enum Part {
    LINE("line"),
    EMBEDDED("embedded"),
    PLACE("place");

    private final String label;

    Part(String label) {
      this.label = label;
    }

    /** The word for it in ledgers. */
    public String label() {
      return label;
    }
  }
}

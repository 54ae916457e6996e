package io.stockpile.pipeline.erase.text;

/**
 * Why a part of a line was removed. It contains no content, only an id.
 *
 * @param id the id of the tombstone: of a message, a tweet or a user; for {@link Kind#PLACES} of
 *     the user whose tweets lose their places
 */
public record Reason(Kind kind, long id, Part part) {

  /** The kind of tombstone. */
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

  /** The part that was removed. */
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

package io.stockpile.pipeline.erase.text;

/** The ids to erase. Immutable and thread-safe; a lookup allocates nothing. */
public interface ErasedIds {
  /** Returned by {@link #placesUpTo} for a user whose tweets keep their places. */
  long NO_PLACES = Long.MIN_VALUE;

  boolean message(long id);

  boolean stocktwitsUser(long id);

  boolean tweet(long id);

  boolean twitterUser(long id);

  /**
   * The id of the last tweet of this user that loses its places, and all before it do too; {@link
   * #NO_PLACES} when none does.
   */
  long placesUpTo(long twitterUserId);

  boolean isEmpty();
}

package io.stockpile.pipeline.erase.text;

/** Which ids are to be gone. Immutable and thread-safe; a lookup allocates nothing. */
public interface ErasedIds {
  /** What {@link #placesUpTo} says of a user whose places stay. */
  long NO_PLACES = Long.MIN_VALUE;

  boolean message(long id);

  boolean stocktwitsUser(long id);

  boolean tweet(long id);

  boolean twitterUser(long id);

  /**
   * Tweets of this user up to and with the id that is returned lose their places; {@link
   * #NO_PLACES} when none do.
   */
  long placesUpTo(long twitterUserId);

  boolean isEmpty();
}

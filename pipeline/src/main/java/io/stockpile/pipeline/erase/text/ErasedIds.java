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

  /** Whether anything of this id was erased, whatever it is the id of. */
  default boolean any(long id) {
    return message(id)
        || stocktwitsUser(id)
        || tweet(id)
        || twitterUser(id)
        || placesUpTo(id) != NO_PLACES;
  }

  /** An id such that nothing was erased of those between it and {@code id}. */
  default long lastBefore(long id) {
    return id - 1;
  }

  /** An id such that nothing was erased of those between {@code id} and it. */
  default long firstAfter(long id) {
    return id + 1;
  }
}

package io.stockpile.connectors.stocktwits;

/** How the pages of a stream follow one another. */
public enum Paging {
  /** Newest first; the next page is asked for by the oldest id of the one before. */
  BY_ID,
  /**
   * A list whose order is the service's own; the next page is asked for by the cursor's {@code
   * max}.
   */
  BY_CURSOR,
  /** One page. */
  NONE
}

package io.stockpile.connectors.stocktwits;

/** How the pages of a stream follow one another. */
public enum Paging {
  /** Newest first; the next page is requested by the oldest id of the page before. */
  BY_ID,
  /** A list in an order of the service; the next page is requested by the cursor's {@code max}. */
  BY_CURSOR,
  /** There is only one page. */
  NONE
}

package io.stockpile.simulated;

/** What is wrong with a page that is well-formed. */
public enum PageFault {
  /** Nothing. */
  NONE,
  /** Two messages have changed places. */
  OUT_OF_ORDER,
  /** One message is there twice. */
  REPEATED,
  /** The page begins above the place that was asked for. */
  OVERLAPPING,
  /** It holds nothing and says that there is more. */
  EMPTY_WITH_MORE,
  /** It holds the message alone that was asked for by, and says that there is more. */
  STUCK
}

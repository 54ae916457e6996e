package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.connectors.stocktwits.Page;

/**
 * Ids of a stream that no sweep accounts for.
 *
 * @param above the newest held id below them; {@link Page#NOTHING} when nothing older is held
 * @param below the oldest held id above them
 * @param forGood whether the service was asked for them and shows nothing that old
 */
record Hole(long above, long below, boolean forGood) {

  /** For people. */
  String text() {
    String ids =
        above == Page.NOTHING ? "ids below " + below : "ids above " + above + " and below " + below;
    return ids + (forGood ? " (for good: the service shows nothing that old)" : "");
  }
}

package io.stockpile.connectors.stocktwits.sweeps;

import java.io.Serializable;

/**
 * What a sweep is to bring: its stream's records from a place back to what the archive holds.
 *
 * @param below the page to begin with has ids up to this one; {@link
 *     io.stockpile.connectors.stocktwits.Page#NEWEST} for the newest page
 * @param floor the newest id that the archive holds below; {@link
 *     io.stockpile.connectors.stocktwits.Page#NOTHING} when it holds nothing there
 */
public record SweepGoal(SweepUnit unit, long below, long floor) implements Serializable {}

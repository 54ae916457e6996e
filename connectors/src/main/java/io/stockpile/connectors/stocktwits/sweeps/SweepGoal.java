package io.stockpile.connectors.stocktwits.sweeps;

import java.io.Serializable;

/**
 * What a sweep must bring: the records of its stream from an id back to what the archive holds.
 *
 * @param below the first page has ids up to this one; {@link
 *     io.stockpile.connectors.stocktwits.Page#NEWEST} for the newest page
 * @param floor the newest id below it that the archive holds; {@link
 *     io.stockpile.connectors.stocktwits.Page#NOTHING} when it holds nothing there
 */
public record SweepGoal(SweepUnit unit, long below, long floor) implements Serializable {}

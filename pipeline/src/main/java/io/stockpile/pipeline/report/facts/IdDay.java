package io.stockpile.pipeline.report.facts;

import java.time.LocalDate;

/**
 * The ids that a table has of one day.
 *
 * @param least the smallest
 * @param greatest the largest
 * @param seen how many rows
 * @param before how many ids lie between the day before's greatest and this one's least; 0 when the
 *     day before is not here, or reaches into this one
 */
public record IdDay(LocalDate day, long least, long greatest, long seen, long before) {

  /** How many ids there are from the smallest to the largest. */
  public long expected() {
    return greatest - least + 1;
  }

  /** The share of them that is here; above 1 when units hold the same object. */
  public double share() {
    return (double) seen / expected();
  }
}

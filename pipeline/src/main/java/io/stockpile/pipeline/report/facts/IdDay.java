package io.stockpile.pipeline.report.facts;

import java.time.LocalDate;

/**
 * The ids of one day in a table.
 *
 * @param least the smallest id
 * @param greatest the largest id
 * @param seen how many rows the day has
 * @param before how many ids are between the largest of the day before and the smallest of this
 *     one; 0 when the day before is missing or overlaps this one
 */
public record IdDay(LocalDate day, long least, long greatest, long seen, long before) {

  /** How many ids there can be from the smallest to the largest. */
  public long expected() {
    return greatest - least + 1;
  }

  /** The share of these that the table has; above 1 when several units have the same object. */
  public double share() {
    return (double) seen / expected();
  }
}

package io.stockpile.pipeline.report.facts;

import java.time.LocalDate;

/**
 * One UTC day of a series.
 *
 * @param lines received lines, without blank ones and messages of the service
 * @param rows lines that became rows
 * @param erased lines that were erased since
 * @param bytes size of the table files
 */
public record DayFacts(
    LocalDate day,
    DayState state,
    long lines,
    long rows,
    long duplicates,
    long rejected,
    long erased,
    long bytes) {

  /** The share of rejected lines; 0 when there are no lines. */
  public double rejectedShare() {
    return lines == 0 ? 0 : (double) rejected / lines;
  }
}

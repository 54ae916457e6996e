package io.stockpile.pipeline.report.facts;

import java.time.LocalDate;

/**
 * One UTC day of a series.
 *
 * @param lines what came, lines that are blank or of the service itself left out
 * @param rows what became rows
 * @param erased lines that were taken out since
 * @param bytes size of the files made from it
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

package io.stockpile.pipeline.report.page.picture;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The periods that a chart has a bar for: months, quarters or years, whichever gives not too many.
 *
 * @param months how many months a period has: 1, 3 or 12
 * @param starts the first month of each period, without gaps
 */
public record Periods(int months, List<YearMonth> starts) {
  private static final int MOST = 64;

  public Periods {
    starts = List.copyOf(starts);
  }

  /** The periods from the one with the first month to the one with the last. */
  public static Periods of(YearMonth first, YearMonth last) {
    long all = ChronoUnit.MONTHS.between(first, last) + 1;
    int months = all <= MOST ? 1 : all <= MOST * 3 ? 3 : 12;
    List<YearMonth> starts = new ArrayList<>();
    YearMonth at = start(first, months);
    while (!at.isAfter(last)) {
      starts.add(at);
      at = at.plusMonths(months);
    }
    return new Periods(months, starts);
  }

  /** The first month of the period that contains a month. */
  public YearMonth start(YearMonth month) {
    return start(month, months);
  }

  private static YearMonth start(YearMonth month, int months) {
    return month.withMonth((month.getMonthValue() - 1) / months * months + 1);
  }

  /** {@code month}, {@code quarter} or {@code year}. */
  public String word() {
    return switch (months) {
      case 1 -> "month";
      case 3 -> "quarter";
      default -> "year";
    };
  }

  /**
   * The label of a period on the axis: the year, for the first period of a year and the first of
   * all; otherwise empty.
   */
  public String label(YearMonth start) {
    if (start.getMonthValue() == 1) {
      return Integer.toString(start.getYear());
    }
    return start.equals(starts.get(0)) ? start.toString() : "";
  }
}

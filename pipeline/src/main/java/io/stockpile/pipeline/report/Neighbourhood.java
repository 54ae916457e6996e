package io.stockpile.pipeline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Estimates the value of a day from the days around it: from the same weekday of the weeks before
 * and after or, if too few of these are known, from all days nearby. Immutable.
 */
final class Neighbourhood {
  private static final int WEEKS = 4;
  private static final int FEWEST_SAME_WEEKDAY = 3;
  private static final int DAYS_AROUND = 7;
  private static final int FEWEST_AROUND = 4;

  private final NavigableMap<LocalDate, Double> values;

  /**
   * @param values the values of the days that can be compared with
   */
  Neighbourhood(NavigableMap<LocalDate, Double> values) {
    this.values = values;
  }

  /**
   * The expected value of a day.
   *
   * @param median the median of its neighbours
   * @param sorted the values of its neighbours, ascending
   * @param sameWeekday whether the neighbours are the same weekday; otherwise they are the days
   *     around
   */
  record Expected(double median, List<Double> sorted, boolean sameWeekday) {
    Expected {
      sorted = List.copyOf(sorted);
    }

    double least() {
      return sorted.get(0);
    }

    double greatest() {
      return sorted.get(sorted.size() - 1);
    }
  }

  /**
   * The expected value of a day; empty when too few days around are known. The day's own value does
   * not count.
   */
  Optional<Expected> expected(LocalDate day) {
    List<Double> same = sameWeekday(day);
    if (same.size() >= FEWEST_SAME_WEEKDAY) {
      return Optional.of(new Expected(median(same), same, true));
    }
    List<Double> around = new ArrayList<>();
    values
        .subMap(day.minusDays(DAYS_AROUND), true, day.plusDays(DAYS_AROUND), true)
        .forEach((other, value) -> addOther(around, day, other, value));
    Collections.sort(around);
    return around.size() < FEWEST_AROUND
        ? Optional.empty()
        : Optional.of(new Expected(median(around), around, false));
  }

  /** The least of the medians of the weekdays around a day; empty when none is known. */
  Optional<Double> quietestWeekday(LocalDate day) {
    return day.minusDays(3)
        .datesUntil(day.plusDays(4))
        .map(this::sameWeekday)
        .filter(same -> same.size() >= FEWEST_SAME_WEEKDAY)
        .map(Neighbourhood::median)
        .min(Double::compare);
  }

  private List<Double> sameWeekday(LocalDate day) {
    List<Double> same = new ArrayList<>();
    for (int weeks = -WEEKS; weeks <= WEEKS; weeks++) {
      LocalDate other = day.plusWeeks(weeks);
      Double value = values.get(other);
      if (value != null) {
        addOther(same, day, other, value);
      }
    }
    Collections.sort(same);
    return same;
  }

  private static void addOther(List<Double> list, LocalDate day, LocalDate other, double value) {
    if (!other.equals(day)) {
      list.add(value);
    }
  }

  /**
   * The median of sorted values; for an even number of values the mean of the two in the middle.
   */
  static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The median of values in any order. */
  static double medianOf(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return median(sorted);
  }
}

package io.stockpile.pipeline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What the days around one lead to expect of it: the same weekday of the weeks before and after or,
 * where too few of these are known, all days close by. Immutable.
 */
final class Neighbourhood {
  private static final int WEEKS = 4;
  private static final int FEWEST_SAME_WEEKDAY = 3;
  private static final int DAYS_AROUND = 7;
  private static final int FEWEST_AROUND = 4;

  private final NavigableMap<LocalDate, Double> values;

  /**
   * @param values of the days that are known well enough to compare with
   */
  Neighbourhood(NavigableMap<LocalDate, Double> values) {
    this.values = values;
  }

  /**
   * What to expect of a day.
   *
   * @param median of its neighbours
   * @param sorted their values
   * @param sameWeekday whether they are the same weekday; else they are the days around
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

  /** Empty when too few days around are known. The day's own value does not count. */
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

  /** The least median that one of the seven weekdays has around a day, of those that are known. */
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

  /** The middle of values in order; of an even number, the mean of the two in the middle. */
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

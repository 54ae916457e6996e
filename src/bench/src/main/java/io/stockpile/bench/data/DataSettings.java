package io.stockpile.bench.data;

import java.time.LocalDate;

/**
 * What a data set is generated from. Equal settings give equal text.
 *
 * @param firstDay the first UTC day
 * @param days the number of days
 * @param recordsADay the number of records of each day
 */
public record DataSettings(long seed, LocalDate firstDay, int days, int recordsADay, Shape shape) {
  /** The seed if no other is given. */
  public static final long DEFAULT_SEED = 42;

  /** The first day if no other is given. */
  public static final LocalDate DEFAULT_FIRST_DAY = LocalDate.of(2017, 9, 18);

  public DataSettings {
    if (days < 1) {
      throw new IllegalArgumentException("a data set has at least 1 day, not " + days);
    }
    if (recordsADay < 1) {
      throw new IllegalArgumentException("a day has at least 1 record, not " + recordsADay);
    }
  }

  /** The UTC day after the last one. */
  public LocalDate endDay() {
    return firstDay.plusDays(days);
  }

  LocalDate day(int index) {
    return firstDay.plusDays(index);
  }
}

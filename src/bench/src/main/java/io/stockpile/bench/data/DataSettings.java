package io.stockpile.bench.data;

import java.time.LocalDate;

/**
 * What a data set is made from; equal settings give equal text.
 *
 * @param firstDay the UTC day of the first file
 * @param days how many files, one a day
 * @param messagesADay lines of each file
 */
public record DataSettings(
    long seed, LocalDate firstDay, int days, int messagesADay, MessageShape shape) {
  /** The seed when none is given. */
  public static final long DEFAULT_SEED = 42;

  /** The first day when none is given. */
  public static final LocalDate DEFAULT_FIRST_DAY = LocalDate.of(2017, 9, 18);

  public DataSettings {
    if (days < 1) {
      throw new IllegalArgumentException("a data set has at least 1 day, not " + days);
    }
    if (messagesADay < 1) {
      throw new IllegalArgumentException("a day has at least 1 message, not " + messagesADay);
    }
  }

  /** The UTC day after the last file. */
  public LocalDate endDay() {
    return firstDay.plusDays(days);
  }

  LocalDate day(int index) {
    return firstDay.plusDays(index);
  }
}

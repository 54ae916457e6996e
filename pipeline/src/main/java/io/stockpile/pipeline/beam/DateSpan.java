package io.stockpile.pipeline.beam;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A range of UTC days.
 *
 * @param to the first day after the range
 */
record DateSpan(LocalDate from, LocalDate to) implements Serializable {
  static final DateSpan ALL = new DateSpan(LocalDate.MIN, LocalDate.MAX);

  static DateSpan of(LocalDate from, LocalDate to) {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "There is no day from %s to before %s".formatted(from, to));
    }
    return new DateSpan(from, to);
  }

  boolean contains(LocalDate date) {
    return !date.isBefore(from) && date.isBefore(to);
  }

  @Override
  public String toString() {
    return equals(ALL) ? "all" : "from " + from + " to before " + to;
  }
}

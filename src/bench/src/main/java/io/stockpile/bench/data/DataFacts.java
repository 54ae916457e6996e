package io.stockpile.bench.data;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is true of a data set: its settings, its days, and their sums. */
public record DataFacts(DataSettings settings, List<DayFacts> days) {
  public DataFacts {
    days = List.copyOf(days);
  }

  /** Lines of all files. */
  public long lines() {
    return days.stream().mapToLong(DayFacts::lines).sum();
  }

  /** Sum of all ids. */
  public BigInteger idSum() {
    return days.stream().map(DayFacts::idSum).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Bytes of text of all files. */
  public long textBytes() {
    return days.stream().mapToLong(DayFacts::textBytes).sum();
  }

  /** Bytes of all files. */
  public long gzipBytes() {
    return days.stream().mapToLong(DayFacts::gzipBytes).sum();
  }

  /** Lines of all files by the UTC day of their {@code created_at}, as {@code YYYY-MM-DD}. */
  public SortedMap<String, Long> linesByDate() {
    SortedMap<String, Long> sums = new TreeMap<>();
    for (DayFacts day : days) {
      day.linesByDate().forEach((date, lines) -> sums.merge(date.toString(), lines, Long::sum));
    }
    return sums;
  }
}

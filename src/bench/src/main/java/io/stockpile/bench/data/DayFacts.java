package io.stockpile.bench.data;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is true of one day file.
 *
 * @param file where it lies
 * @param lines how many lines, each a message
 * @param idSum the sum of their ids
 * @param textBytes bytes of the text, line ends included
 * @param gzipBytes bytes of the file
 * @param linesByDate lines by the UTC day of their {@code created_at}
 */
public record DayFacts(
    LocalDate day,
    Path file,
    long lines,
    BigInteger idSum,
    long textBytes,
    long gzipBytes,
    SortedMap<LocalDate, Long> linesByDate) {

  public DayFacts {
    linesByDate = Collections.unmodifiableSortedMap(new TreeMap<>(linesByDate));
  }
}

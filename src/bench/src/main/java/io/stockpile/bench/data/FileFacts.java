package io.stockpile.bench.data;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is true of one file.
 *
 * @param unit what an archive calls the unit that the file is: a day, or a span of minutes
 * @param day the UTC day that it is of
 * @param file where it lies
 * @param records how many records
 * @param idSum the sum of their ids
 * @param textBytes bytes of the text, line ends included
 * @param gzipBytes bytes of the file
 * @param recordsByDate records by the UTC day of their event
 */
public record FileFacts(
    String unit,
    LocalDate day,
    Path file,
    long records,
    BigInteger idSum,
    long textBytes,
    long gzipBytes,
    SortedMap<LocalDate, Long> recordsByDate) {

  public FileFacts {
    recordsByDate = Collections.unmodifiableSortedMap(new TreeMap<>(recordsByDate));
  }
}

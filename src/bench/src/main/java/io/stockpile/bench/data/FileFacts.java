package io.stockpile.bench.data;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts about one file.
 *
 * @param unit the unit that the file belongs to, as archives name it: a day, or a span of minutes
 * @param day the UTC day that the file belongs to
 * @param file the path of the file
 * @param records the number of records
 * @param idSum the sum of their ids
 * @param textBytes the size of the text in bytes, line ends included
 * @param gzipBytes the size of the file in bytes
 * @param recordsByDate the number of records by the UTC day of their event
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

package io.stockpile.bench.data;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Facts about a data set: its settings, its files, and sums over these. */
public record DataFacts(DataSettings settings, List<FileFacts> files) {
  public DataFacts {
    files = List.copyOf(files);
  }

  /** The number of records in all files. */
  public long records() {
    return files.stream().mapToLong(FileFacts::records).sum();
  }

  /** The sum of all ids. */
  public BigInteger idSum() {
    return files.stream().map(FileFacts::idSum).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** The size of the text of all files, in bytes. */
  public long textBytes() {
    return files.stream().mapToLong(FileFacts::textBytes).sum();
  }

  /** The size of all files, in bytes. */
  public long gzipBytes() {
    return files.stream().mapToLong(FileFacts::gzipBytes).sum();
  }

  /** The number of records by the UTC day of their event, as {@code YYYY-MM-DD}. */
  public SortedMap<String, Long> recordsByDate() {
    SortedMap<String, Long> sums = new TreeMap<>();
    for (FileFacts file : files) {
      file.recordsByDate()
          .forEach((date, records) -> sums.merge(date.toString(), records, Long::sum));
    }
    return sums;
  }
}

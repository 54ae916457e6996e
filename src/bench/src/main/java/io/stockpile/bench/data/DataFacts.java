package io.stockpile.bench.data;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is true of a data set: its settings, its files, and their sums. */
public record DataFacts(DataSettings settings, List<FileFacts> files) {
  public DataFacts {
    files = List.copyOf(files);
  }

  /** Records of all files. */
  public long records() {
    return files.stream().mapToLong(FileFacts::records).sum();
  }

  /** Sum of all ids. */
  public BigInteger idSum() {
    return files.stream().map(FileFacts::idSum).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Bytes of text of all files. */
  public long textBytes() {
    return files.stream().mapToLong(FileFacts::textBytes).sum();
  }

  /** Bytes of all files. */
  public long gzipBytes() {
    return files.stream().mapToLong(FileFacts::gzipBytes).sum();
  }

  /** Records of all files by the UTC day of their event, as {@code YYYY-MM-DD}. */
  public SortedMap<String, Long> recordsByDate() {
    SortedMap<String, Long> sums = new TreeMap<>();
    for (FileFacts file : files) {
      file.recordsByDate()
          .forEach((date, records) -> sums.merge(date.toString(), records, Long::sum));
    }
    return sums;
  }
}

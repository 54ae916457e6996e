package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rejected lines of a unit and their file.
 *
 * @param path the key of the Parquet file; empty when no line was rejected
 * @param bytes the file's size
 * @param sha256 the digest of the file's bytes, in lower-case hex
 * @param reasons how many lines were rejected for each reason
 * @param firstLines for each reason the number of the first line that was rejected for it, as in
 *     {@code source_line}; empty in old manifests
 */
public record RejectedFile(
    String path,
    long rows,
    long bytes,
    String sha256,
    SortedMap<String, Long> reasons,
    @JsonInclude(Include.NON_EMPTY) SortedMap<String, Long> firstLines) {

  /** No line was rejected. */
  public static final RejectedFile NONE =
      new RejectedFile("", 0, 0, "", new TreeMap<>(), new TreeMap<>());

  public RejectedFile {
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    firstLines =
        Collections.unmodifiableSortedMap(
            firstLines == null ? new TreeMap<>() : new TreeMap<>(firstLines));
    long named = reasons.values().stream().mapToLong(Long::longValue).sum();
    if (named != rows) {
      throw new IllegalArgumentException(
          "The rejected file has " + rows + " rows, but its reasons make " + named);
    }
    if (path.isEmpty() != (rows == 0)) {
      throw new IllegalArgumentException(
          "A file of rejected lines is there when there are some, but "
              + rows
              + " are in '"
              + path
              + "'");
    }
  }

  /** A file for which the numbers of the first lines are not known. */
  public static RejectedFile of(
      String path, long rows, long bytes, String sha256, Map<String, Long> reasons) {
    return new RejectedFile(path, rows, bytes, sha256, new TreeMap<>(reasons), new TreeMap<>());
  }

  public boolean none() {
    return rows == 0;
  }
}

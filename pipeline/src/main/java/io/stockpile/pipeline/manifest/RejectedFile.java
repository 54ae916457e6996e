package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The lines that no table took.
 *
 * @param path the key of the Parquet file that holds them; empty when there are none
 * @param bytes the file's size
 * @param sha256 of the file's bytes, in lower-case hex
 * @param reasons how many lines each reason took
 * @param firstLines the number of the first line that each reason took, as {@code source_line} has
 *     it; empty in manifests of old
 */
public record RejectedFile(
    String path,
    long rows,
    long bytes,
    String sha256,
    SortedMap<String, Long> reasons,
    @JsonInclude(Include.NON_EMPTY) SortedMap<String, Long> firstLines) {

  /** Every line found its table. */
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

  /** The lines of one file, by reason, of which it is not known where the first ones are. */
  public static RejectedFile of(
      String path, long rows, long bytes, String sha256, Map<String, Long> reasons) {
    return new RejectedFile(path, rows, bytes, sha256, new TreeMap<>(reasons), new TreeMap<>());
  }

  public boolean none() {
    return rows == 0;
  }
}

package io.stockpile.pipeline.jobs.erase.search;

import io.stockpile.connectors.Sha256;
import io.stockpile.pipeline.erase.text.Erased;
import io.stockpile.pipeline.erase.text.LineEraser;
import io.stockpile.pipeline.erase.text.Reason;
import io.stockpile.pipeline.parquet.ColumnScan;
import io.stockpile.pipeline.parquet.ColumnValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a unit with a text that looks by itself like something to erase. Such a text is only a
 * part of its line, so the line decides: a number in {@code extra}, for example, is the id of a
 * tweet unless an {@code id_str} stands beside it, which has a column of its own. A row is left
 * over if something would be erased in its line as well, or if it was not made of this line. Not
 * thread-safe.
 */
final class RowDoubts {
  private final Map<Long, List<Doubt>> byLine = new HashMap<>();
  private final Map<String, Long> left = new HashMap<>();

  /**
   * @param path the file that has the row
   */
  private record Doubt(String path, List<Origin> texts) {}

  /** What a line must show for a text of the row to have been made of it. */
  private interface Origin {
    boolean isIn(byte[] line, int from, int to);
  }

  /**
   * Notes the doubtful rows of the scan's row group.
   *
   * @param certain rows that have an id to erase in any case; they are passed over
   */
  void note(String path, ColumnScan scan, TextHits texts, BitSet certain) throws IOException {
    Map<Integer, List<Origin>> rows = new HashMap<>();
    texts.find(
        scan,
        (row, text, wholeLine, erased) -> {
          if (!certain.get(row)) {
            rows.computeIfAbsent(row, any -> new ArrayList<>())
                .add(wholeLine ? beginning(text) : naming(erased));
          }
          return true;
        });
    if (rows.isEmpty()) {
      return;
    }
    scan.read(List.of("source_line"));
    ColumnValues lines = scan.column("source_line").orElseThrow();
    while (lines.next()) {
      List<Origin> found = rows.get(lines.row());
      if (found != null) {
        byLine
            .computeIfAbsent(lines.number(), any -> new ArrayList<>())
            .add(new Doubt(path, found));
        left.merge(path, 1L, Long::sum);
      }
    }
  }

  private static Origin beginning(byte[] text) {
    String digest = Sha256.of(text);
    int length = text.length;
    return (line, from, to) ->
        to - from >= length
            && Sha256.of(Arrays.copyOfRange(line, from, from + length)).equals(digest);
  }

  private static Origin naming(Erased erased) {
    List<Reason> reasons =
        erased instanceof Erased.Whole whole
            ? whole.reasons()
            : ((Erased.Rewritten) erased).reasons();
    long[] ids = reasons.stream().mapToLong(Reason::id).distinct().toArray();
    return (line, from, to) ->
        Arrays.stream(ids).allMatch(id -> LineEraser.names(line, from, to, id));
  }

  /**
   * Judges the rows of a line in which nothing would be erased.
   *
   * @param number the line's number in the unit, from 1
   */
  void judge(long number, byte[] line, int from, int to) {
    for (Doubt doubt : byLine.getOrDefault(number, List.of())) {
      if (doubt.texts().stream().allMatch(text -> text.isIn(line, from, to))) {
        left.merge(doubt.path(), -1L, Long::sum);
      }
    }
  }

  /** How many rows of a file are left over; to be asked when all lines were judged. */
  long left(String path) {
    return left.getOrDefault(path, 0L);
  }
}

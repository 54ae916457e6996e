package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.Serializable;
import java.util.stream.LongStream;

/**
 * How many lines a unit has, and how many of them became rows, duplicates or something else. The
 * parts add up to {@code lines}; the constructor refuses values that do not.
 *
 * @param lines all lines, including a last one without a line end
 * @param blank lines of white space only
 * @param control messages of the service about the stream itself
 * @param rows lines that became a row of a table
 * @param duplicates lines that were left out because an earlier line is the same record
 * @param rejected lines that no table took
 * @param erased lines that were erased from the landed bytes; the empty line in place of each is
 *     not counted as blank
 */
public record LineCounts(
    long lines,
    long blank,
    long control,
    long rows,
    long duplicates,
    long rejected,
    @JsonInclude(Include.NON_DEFAULT) long erased)
    implements Serializable {

  /** The counts of a unit without lines. */
  public static final LineCounts NONE = new LineCounts(0, 0, 0, 0, 0, 0);

  public LineCounts {
    long sum = blank + control + rows + duplicates + rejected + erased;
    long least =
        LongStream.of(blank, control, rows, duplicates, rejected, erased).min().getAsLong();
    if (least < 0 || lines != sum) {
      throw new IllegalArgumentException(
          "The balance of lines does not hold: "
              + lines
              + " lines, but "
              + blank
              + " blank + "
              + control
              + " control + "
              + rows
              + " rows + "
              + duplicates
              + " duplicates + "
              + rejected
              + " rejected"
              + (erased == 0 ? "" : " + " + erased + " erased")
              + " are "
              + sum);
    }
  }

  /** The counts of a unit from which nothing was erased. */
  public LineCounts(
      long lines, long blank, long control, long rows, long duplicates, long rejected) {
    this(lines, blank, control, rows, duplicates, rejected, 0);
  }

  /** How many lines are neither blank nor erased. */
  public long filled() {
    return lines - blank - erased;
  }

  /** The share of rejected lines among the filled ones, from 0 to 1; 0 when there are none. */
  public double rejectedShare() {
    return filled() == 0 ? 0 : (double) rejected / filled();
  }
}

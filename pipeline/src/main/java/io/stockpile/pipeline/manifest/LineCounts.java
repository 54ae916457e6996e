package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.Serializable;
import java.util.stream.LongStream;

/**
 * Where every line of a unit went. The parts always add up to {@code lines}: values that do not are
 * refused by the constructor.
 *
 * @param lines all lines, a last one without a line end among them
 * @param blank lines of nothing but white space
 * @param control messages of the service about the stream itself
 * @param rows lines that became a row of a table
 * @param duplicates lines that were left out because an earlier line had the same key
 * @param rejected lines that no table took
 * @param erased lines that were taken out of the landed bytes; an empty line stands in the place of
 *     each and is not counted as blank
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

  /** Of a unit without a line. */
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

  /** Of a unit that nothing was erased of. */
  public LineCounts(
      long lines, long blank, long control, long rows, long duplicates, long rejected) {
    this(lines, blank, control, rows, duplicates, rejected, 0);
  }

  /** The lines that there is something in. */
  public long filled() {
    return lines - blank - erased;
  }

  /** The share of rejected lines among those that are not empty; 0 when there are none. */
  public double rejectedShare() {
    return filled() == 0 ? 0 : (double) rejected / filled();
  }
}

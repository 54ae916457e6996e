package io.stockpile.pipeline.manifest;

import java.io.Serializable;

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
 */
public record LineCounts(
    long lines, long blank, long control, long rows, long duplicates, long rejected)
    implements Serializable {

  /** Of a unit without a line. */
  public static final LineCounts NONE = new LineCounts(0, 0, 0, 0, 0, 0);

  public LineCounts {
    long sum = blank + control + rows + duplicates + rejected;
    if (blank < 0 || control < 0 || rows < 0 || duplicates < 0 || rejected < 0 || lines != sum) {
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
              + " rejected are "
              + sum);
    }
  }

  /** The share of rejected lines among those that are not blank; 0 when there are none. */
  public double rejectedShare() {
    return lines == blank ? 0 : (double) rejected / (lines - blank);
  }
}

package io.stockpile.pipeline.archive;

/**
 * What became of the lines of one unit. It always balances: one that does not cannot be made.
 *
 * @param lines all lines that were landed
 * @param blank lines with nothing on them
 * @param control lines that belong to the service's protocol and hold no record
 * @param rows lines that are a row of a table
 * @param duplicates lines whose object, id and action an earlier line of the unit had
 * @param rejected lines that no table took
 */
public record LineBalance(
    long lines, long blank, long control, long rows, long duplicates, long rejected) {

  /** Of a unit without a line. */
  public static final LineBalance EMPTY = new LineBalance(0, 0, 0, 0, 0, 0);

  public LineBalance {
    requireNotNegative("lines", lines);
    requireNotNegative("blank", blank);
    requireNotNegative("control", control);
    requireNotNegative("rows", rows);
    requireNotNegative("duplicates", duplicates);
    requireNotNegative("rejected", rejected);
    long accounted = blank + control + rows + duplicates + rejected;
    if (lines != accounted) {
      throw new IllegalArgumentException(
          "The lines do not balance: "
              + lines
              + " were landed, but blank "
              + blank
              + " + control "
              + control
              + " + rows "
              + rows
              + " + duplicates "
              + duplicates
              + " + rejected "
              + rejected
              + " make "
              + accounted);
    }
  }

  private static void requireNotNegative(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException("A count is never negative, but " + name + " is " + count);
    }
  }
}

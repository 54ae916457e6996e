package io.stockpile.pipeline.text;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Lines up columns of text; those whose every cell is a number to the right. */
public final class TextTable {
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(List<String> head) {
    this.head = List.copyOf(head);
  }

  public void row(List<String> cells) {
    if (cells.size() != head.size()) {
      throw new IllegalArgumentException(
          "The table has " + head.size() + " columns, the row " + cells.size());
    }
    rows.add(List.copyOf(cells));
  }

  public void print(PrintStream out) {
    int[] widths = new int[head.size()];
    boolean[] numbers = new boolean[head.size()];
    for (int column = 0; column < head.size(); column++) {
      int at = column;
      widths[column] =
          Math.max(
              head.get(column).length(),
              rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
      numbers[column] =
          !rows.isEmpty() && rows.stream().allMatch(row -> row.get(at).matches("[0-9,.]*"));
    }
    line(out, head, widths, numbers);
    rows.forEach(row -> line(out, row, widths, numbers));
  }

  private static void line(PrintStream out, List<String> cells, int[] widths, boolean[] numbers) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String blanks = " ".repeat(widths[column] - cells.get(column).length());
      line.append(numbers[column] ? blanks + cells.get(column) : cells.get(column) + blanks);
      line.append("  ");
    }
    out.println(line.toString().stripTrailing());
  }
}

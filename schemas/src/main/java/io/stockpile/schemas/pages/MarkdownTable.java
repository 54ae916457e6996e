package io.stockpile.schemas.pages;

import java.util.List;

/** A table of a Markdown page. Cells are text; code in a cell comes through {@link #code}. */
final class MarkdownTable {
  private final StringBuilder text = new StringBuilder();

  MarkdownTable(List<String> heads) {
    row(heads);
    text.append("|---".repeat(heads.size())).append("|\n");
  }

  /** Ids and other names as code, a bar inside them kept from ending the cell. */
  static String code(String name) {
    return "`" + name + "`";
  }

  void row(List<String> cells) {
    for (String cell : cells) {
      text.append("| ").append(cell.replace("|", "\\|")).append(' ');
    }
    text.append("|\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

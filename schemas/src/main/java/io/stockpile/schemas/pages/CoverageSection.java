package io.stockpile.schemas.pages;

import static io.stockpile.schemas.pages.MarkdownTable.code;

import io.stockpile.schemas.Coverage;
import io.stockpile.schemas.TableSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Field by field of the source records: the column that gives it back, or {@code extra} and why.
 */
final class CoverageSection {
  private static final String OPENING =
      """

      # Where every known field goes

      What only wraps a response of the API (`cursor`, `response`, `errors`, the symbol or the user that a stream is
      about) is no record and is not listed; it is in the landed pages.
      """;

  private final Map<String, TableSchema> tables = new LinkedHashMap<>();

  CoverageSection(List<TableSchema> tables) {
    tables.forEach(table -> this.tables.put(table.name(), table));
  }

  String text(List<Coverage> coverages) {
    return OPENING + coverages.stream().map(this::section).collect(Collectors.joining());
  }

  private String section(Coverage coverage) {
    MarkdownTable rows = new MarkdownTable(List.of("field", "documented or seen in", "goes to"));
    for (Coverage.Entry entry : coverage.entries()) {
      rows.row(List.of(code(entry.place()), entry.seen(), target(coverage, entry)));
    }
    String tableNames = String.join(", ", coverage.tables());
    String formatNames = String.join(", ", coverage.formats());
    return "\n## %s\n\n%s\n\nTables: %s. Formats: %s.\n\n%s"
        .formatted(coverage.title(), coverage.doc(), tableNames, formatNames, rows);
  }

  private String target(Coverage coverage, Coverage.Entry entry) {
    if (entry.toExtra()) {
      return "`extra`: " + entry.extra();
    }
    Set<String> columns = new TreeSet<>();
    for (String table : coverage.tables()) {
      for (String format : coverage.formats()) {
        columns.add(
            Coverage.columnOf(tables.get(table), format, entry.place())
                .map(MarkdownTable::code)
                .orElse("nowhere"));
      }
    }
    return String.join(", ", columns);
  }
}

package io.stockpile.schemas.pages;

import static io.stockpile.schemas.pages.MarkdownTable.code;

import io.stockpile.schemas.Binding;
import io.stockpile.schemas.Coverage;
import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.SourcePath;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page that says what every column means, and where every known field of a record goes. */
final class DataDictionary {
  private static final String OPENING =
      """
      # Data dictionary

      *Generated from the schema files in `schemas/src/main/resources`; do not edit. After a change there:
      `mvn -pl schemas test -Dtest=PublishedPagesTest -Dschema.pages=write`.*

      Every table has `source_unit` and `source_line`, which say where a row came from, and `extra`: the JSON of every
      member of the record that has no column of its own or whose value does not fit its column. Columns and `extra`
      together give back every value of the source line. JSON columns are text, byte for byte as in the line, but for
      [what JSON readers refuse](records.md#what-json-readers-refuse), which stands under `$raw`.
      Table definitions for query engines: [DuckDB](ddl/duckdb.sql) ([tables](ddl/duckdb-tables.sql)),
      [Spark and Athena](ddl/spark-athena.sql), [BigQuery](ddl/bigquery.sql).

      How to read the sources: a path starts at the format's record; one that begins with `/` starts at the whole line;
      one that begins with `[]` starts at the list's element; `.` is the record itself. Of several, the first that is there with
      a fitting value is taken, and the others go to `extra`. Behind a bar stands how the value is read:

      - `|tail_id` takes the digits after the last `:` or `/`; the name they end goes to `extra` as it is.
      - `|digits` takes a number that is written as text. Where the number itself stands beside it and is the same, neither
        goes to `extra`.
      - `|any_id` takes a number, digits, or the digits after the last `:` or `/`.
      - `|epoch_ms` takes milliseconds since 1970-01-01 UTC, in text or as a number, or ISO 8601.
      - `|twitter_time` takes `Tue Jul 18 23:25:04 +0000 2017`.

      Whenever a column does not give back the text that it was read from, the text goes to `extra` as well.
      """;

  private static final String RETIRED =
      """

      Columns that only files of older versions have; neither their ids nor their names are used again:

      """;

  private final List<TableSchema> tables;
  private final List<Coverage> coverages;

  DataDictionary(List<TableSchema> tables, List<Coverage> coverages) {
    this.tables = tables;
    this.coverages = coverages;
  }

  String page() {
    StringBuilder page = new StringBuilder(OPENING);
    tables.forEach(table -> page.append(section(table)));
    page.append(new CoverageSection(tables).text(coverages));
    return page.toString();
  }

  private static String section(TableSchema table) {
    StringBuilder text = new StringBuilder();
    text.append("\n## ").append(table.name()).append("\n\n").append(table.doc()).append("\n\n");
    text.append("Schema version ").append(table.version()).append(". ");
    text.append(
        table.partitionColumn().isEmpty()
            ? "Not partitioned.\n"
            : "Partitioned by `date`, the UTC day of `" + table.partitionColumn() + "`.\n");
    if (!table.formats().isEmpty()) {
      text.append("\nFormats:\n\n");
    }
    table
        .formats()
        .forEach(
            (name, format) ->
                text.append("- ")
                    .append(code(name))
                    .append(": ")
                    .append(format.doc())
                    .append('\n'));
    text.append('\n').append(columns(table));
    if (!table.retired().isEmpty()) {
      text.append(RETIRED).append(retired(table));
    }
    return text.toString();
  }

  private static MarkdownTable retired(TableSchema table) {
    MarkdownTable rows = new MarkdownTable(List.of("id", "column", "type", "until version", "why"));
    for (TableSchema.Retired column : table.retired()) {
      rows.row(
          List.of(
              Integer.toString(column.id()),
              code(column.name()),
              column.type().name(),
              Integer.toString(column.until()),
              column.doc()));
    }
    return rows;
  }

  private static MarkdownTable columns(TableSchema table) {
    List<String> heads = new ArrayList<>(List.of("id", "column", "type", "meaning"));
    Map<String, Map<List<String>, Binding>> bindings = new HashMap<>();
    for (String format : table.formats().keySet()) {
      heads.add("from " + format);
      Map<List<String>, Binding> byColumn =
          table.bindings(format).stream().collect(Collectors.toMap(Binding::column, b -> b));
      bindings.put(format, byColumn);
    }
    MarkdownTable rows = new MarkdownTable(heads);
    for (Field field : table.fields()) {
      addRows(table, bindings, field, List.of(), "", rows);
    }
    return rows;
  }

  private static void addRows(
      TableSchema table,
      Map<String, Map<List<String>, Binding>> bindings,
      Field field,
      List<String> parent,
      String shownParent,
      MarkdownTable rows) {
    List<String> path = new ArrayList<>(parent);
    path.add(field.name());
    boolean list = field.type() instanceof FieldType.ListOf;
    String shown = shownParent + field.name() + (list ? "[]" : "");
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(field.id()));
    cells.add(code(shown));
    cells.add(typeName(field));
    cells.add(field.doc());
    for (String format : table.formats().keySet()) {
      cells.add(source(field, bindings.get(format).get(path)));
    }
    rows.row(cells);
    FieldType inner = field.type() instanceof FieldType.ListOf of ? of.element() : field.type();
    if (inner instanceof FieldType.Group group) {
      for (Field member : group.fields()) {
        addRows(table, bindings, member, path, shown + ".", rows);
      }
    }
  }

  private static String typeName(Field field) {
    String required = field.required() ? ", required" : "";
    if (field.type() instanceof FieldType.Scalar scalar) {
      return scalar.primitive().name() + required;
    }
    if (field.type() instanceof FieldType.ListOf list
        && list.element() instanceof FieldType.Scalar element) {
      return "LIST of " + element.primitive().name();
    }
    return field.type() instanceof FieldType.Group ? "GROUP" : "LIST of GROUP";
  }

  private static String source(Field field, Binding binding) {
    if (field.computed()) {
      return "the archive";
    }
    if (binding == null) {
      return field.type() instanceof FieldType.Group ? "" : "–";
    }
    String start = binding.scope().isEmpty() ? "" : "[].";
    return binding.sources().stream()
        .map(SourcePath::toString)
        .map(source -> code(start + source))
        .collect(Collectors.joining(", "));
  }
}

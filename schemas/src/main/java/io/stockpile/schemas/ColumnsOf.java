package io.stockpile.schemas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The columns that a table takes from another one, so that what both have is written down once and
 * a change of the one is a change of the other: the same names, field ids, types and docs. The
 * table's own columns stand before them, its computed ones behind them.
 *
 * @param table the other table
 * @param format the format of the other table whose sources hold for this table's only format
 * @param under the group or the list of the other table whose members are taken; empty for all its
 *     columns
 * @param required those of them that every row has
 */
record ColumnsOf(String table, String format, String under, List<String> required) {

  static ColumnsOf read(JsonMembers json) {
    ColumnsOf columns =
        new ColumnsOf(
            json.text("table"),
            json.text("format"),
            json.text("under", ""),
            json.has("required") ? json.texts("required") : List.of());
    json.nothingElse();
    return columns;
  }

  /** The table with its own columns and these; its version counts the changes of both. */
  TableSchema add(TableSchema own, Function<String, TableSchema> others) {
    if (own.formats().size() != 1) {
      throw new IllegalArgumentException(
          own.name() + " takes columns of " + table + ", so it must have exactly one format");
    }
    TableSchema other = others.apply(table);
    if (!other.formats().containsKey(format)) {
      throw new IllegalArgumentException(
          "%s takes columns as %s has them in the format '%s', which that table has not; it has %s"
              .formatted(own.name(), table, format, other.formats().keySet()));
    }
    String ownFormat = own.formats().keySet().iterator().next();
    List<Field> fields = new ArrayList<>();
    own.fields().stream().filter(field -> !field.computed()).forEach(fields::add);
    members(other).forEach(field -> fields.add(taken(field, ownFormat, true)));
    own.fields().stream().filter(Field::computed).forEach(fields::add);
    return new TableSchema(
        own.name(),
        own.version() + other.version() - 1,
        own.doc(),
        own.partitionColumn(),
        own.formats(),
        fields,
        retired(own, other));
  }

  /** The ids and names that the other table gave up are not free here either. */
  private List<TableSchema.Retired> retired(TableSchema own, TableSchema other) {
    List<TableSchema.Retired> retired = new ArrayList<>(own.retired());
    for (TableSchema.Retired column : other.retired()) {
      String name = column.name();
      for (String prefix : under.isEmpty() ? List.of("") : List.of(under + ".", under + "[].")) {
        if (name.startsWith(prefix)) {
          String inner = name.substring(prefix.length());
          retired.add(
              new TableSchema.Retired(
                  column.id(), inner, column.type(), column.until(), column.doc()));
        }
      }
    }
    return retired;
  }

  private List<Field> members(TableSchema other) {
    if (under.isEmpty()) {
      return other.fields();
    }
    for (Field field : other.fields()) {
      FieldType type =
          field.type() instanceof FieldType.ListOf list ? list.element() : field.type();
      if (field.name().equals(under) && type instanceof FieldType.Group group) {
        return group.fields();
      }
    }
    throw new IllegalArgumentException(
        "%s has no group or list of groups '%s' whose members could be taken"
            .formatted(table, under));
  }

  private Field taken(Field field, String ownFormat, boolean top) {
    return new Field(
        field.id(),
        field.name(),
        taken(field.type(), ownFormat),
        field.required() || (top && required.contains(field.name())),
        field.computed(),
        field.doc(),
        sources(field, ownFormat),
        field.identity());
  }

  private FieldType taken(FieldType type, String ownFormat) {
    if (type instanceof FieldType.Group group) {
      return new FieldType.Group(
          group.fields().stream().map(field -> taken(field, ownFormat, false)).toList());
    }
    if (type instanceof FieldType.ListOf list) {
      return new FieldType.ListOf(list.elementId(), taken(list.element(), ownFormat));
    }
    return type;
  }

  private Map<String, List<SourcePath>> sources(Field field, String ownFormat) {
    Optional<List<SourcePath>> stated = field.sourcesFor(format);
    Map<String, List<SourcePath>> sources = new LinkedHashMap<>();
    stated.ifPresent(places -> sources.put(ownFormat, places.stream().map(this::inside).toList()));
    return sources;
  }

  /** Places in a group are written from the record on; those in a list from the element on. */
  private SourcePath inside(SourcePath source) {
    List<String> members = source.members();
    boolean within = !under.isEmpty() && members.size() > 1 && members.get(0).equals(under);
    return within
        ? new SourcePath(source.wholeLine(), members.subList(1, members.size()), source.converter())
        : source;
  }
}

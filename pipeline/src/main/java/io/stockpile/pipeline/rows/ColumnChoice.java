package io.stockpile.pipeline.rows;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Restricts a table to some of its columns. */
public final class ColumnChoice {
  private ColumnChoice() {}

  /**
   * The table with only these columns, in the table's order.
   *
   * @param columns their names, for example {@code id}; members of groups, and of groups in lists,
   *     with a dot: {@code user.username}, {@code symbols.symbol}. The name of a group chooses all
   *     its members
   * @throws IllegalArgumentException when no column is given, or the table does not have one of
   *     them; the message names the table's columns
   */
  public static TableSchema of(TableSchema table, List<String> columns) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "No column of %s is chosen; there are %s".formatted(table.name(), names(table.fields())));
    }
    return new TableSchema(
        table.name(),
        table.version(),
        table.doc(),
        table.partitionColumn(),
        table.formats(),
        choose(table.name(), table.fields(), columns),
        table.retired());
  }

  private static List<Field> choose(String where, List<Field> fields, List<String> columns) {
    Map<String, List<String>> members = new LinkedHashMap<>();
    for (String column : columns) {
      int dot = column.indexOf('.');
      String name = dot < 0 ? column : column.substring(0, dot);
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        throw new IllegalArgumentException(
            "%s has no column '%s'; there are %s".formatted(where, name, names(fields)));
      }
      members
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(dot < 0 ? "" : column.substring(dot + 1));
    }
    List<Field> chosen = new ArrayList<>();
    for (Field field : fields) {
      List<String> inner = members.get(field.name());
      if (inner != null) {
        chosen.add(inner.contains("") ? field : narrowed(where, field, inner));
      }
    }
    return chosen;
  }

  private static Field narrowed(String where, Field field, List<String> inner) {
    return new Field(
        field.id(),
        field.name(),
        type(where + ": " + field.name(), field.type(), inner),
        field.required(),
        field.computed(),
        field.doc(),
        field.sources());
  }

  private static FieldType type(String where, FieldType type, List<String> inner) {
    if (type instanceof FieldType.Group group) {
      return new FieldType.Group(choose(where, group.fields(), inner));
    }
    if (type instanceof FieldType.ListOf list) {
      return new FieldType.ListOf(list.elementId(), type(where, list.element(), inner));
    }
    throw new IllegalArgumentException(
        "%s has no members, so there is no '%s' in it".formatted(where, inner.get(0)));
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream().map(Field::name).toList();
  }
}

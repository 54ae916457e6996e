package io.stockpile.pipeline.shred;

import io.stockpile.schemas.Binding;
import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.SourcePath;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says which place in a line belongs to which column. It is read from a schema, without the
 * compiled plan. Places and columns are written as names with dots between them, and with {@code
 * []} behind each list.
 */
final class SourcePlaces {
  /**
   * @param column the column, written as a place, for example {@code symbols[].symbol}
   * @param type the type of one value; in a list of groups, {@code []} is the place of its objects
   */
  record Target(String column, FieldType type, SourcePath source) {}

  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Map<String, String> groups = new LinkedHashMap<>();

  SourcePlaces(TableSchema table, String formatName) {
    TableSchema.Format format = table.formats().get(formatName);
    Map<List<String>, List<String>> listPlaces = new LinkedHashMap<>();
    Map<List<String>, String> listColumns = new LinkedHashMap<>();
    for (Binding binding : table.bindings(formatName)) {
      boolean inList = !binding.scope().isEmpty();
      String outer = inList ? listColumns.get(binding.scope()) + "." : "";
      List<String> names =
          binding.column().subList(binding.scope().size(), binding.column().size());
      String column = outer + String.join(".", names);
      for (SourcePath source : binding.sources()) {
        List<String> path = inList ? source.members() : source.fromLine(format);
        List<String> starts = inList ? listPlaces.get(binding.scope()) : List.of("");
        for (String start : starts) {
          add(binding, source, column, start + String.join(".", path), listPlaces, listColumns);
        }
      }
    }
    if (format.byName()) {
      String root = format.root().isEmpty() ? "" : format.root() + ".";
      addGroups(table.fields(), root, "");
    }
  }

  private void add(
      Binding binding,
      SourcePath source,
      String column,
      String place,
      Map<List<String>, List<String>> listPlaces,
      Map<List<String>, String> listColumns) {
    if (binding.field().type() instanceof FieldType.ListOf list) {
      targets.put(place + "[]", new Target(column + "[]", list.element(), source));
      listPlaces.computeIfAbsent(binding.column(), key -> new ArrayList<>()).add(place + "[].");
      listColumns.put(binding.column(), column + "[]");
    } else {
      targets.put(place, new Target(column, binding.field().type(), source));
    }
  }

  private void addGroups(List<Field> fields, String place, String column) {
    for (Field field : fields) {
      String inner = place + field.name();
      String own = column + field.name();
      if (field.type() instanceof FieldType.Group group && !field.computed()) {
        groups.put(inner, own);
        addGroups(group.fields(), inner + ".", own + ".");
      } else if (field.type() instanceof FieldType.ListOf list
          && list.element() instanceof FieldType.Group group
          && targets.containsKey(inner + "[]")) {
        addGroups(group.fields(), inner + "[].", own + "[].");
      }
    }
  }

  Map<String, Target> targets() {
    return targets;
  }

  /** The columns that are groups, by the place of their object. */
  Map<String, String> groups() {
    return groups;
  }
}

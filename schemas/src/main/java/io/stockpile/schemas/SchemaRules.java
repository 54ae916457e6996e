package io.stockpile.schemas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold across the fields of one schema file. */
final class SchemaRules {
  private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*)*");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  /** The computed column that says what the partition of a row without a time is. */
  private static final String TIME_SOURCE = "time_source";

  private final TableSchema table;
  private final Set<Integer> ids = new HashSet<>();
  private final Set<String> paths = new HashSet<>();

  private SchemaRules(TableSchema table) {
    this.table = table;
  }

  /**
   * @throws IllegalArgumentException when a rule is broken; the message names table and field
   */
  static void check(TableSchema table) {
    SchemaRules rules = new SchemaRules(table);
    rules.checkTable();
    rules.checkFields(table.fields(), "");
    rules.checkRetired();
    rules.checkPartition();
    rules.checkRequiredAreFound();
    SourceRules.check(table);
  }

  private void checkTable() {
    demand(TABLE.matcher(table.name()).matches(), "", "the table's name must be in snake_case");
    demand(table.version() > 0, "", "the version must be above 0, not " + table.version());
    demand(!table.doc().isBlank(), "", "the table has no doc");
    demand(!table.fields().isEmpty(), "", "the table has no columns");
    table
        .formats()
        .forEach(
            (name, format) -> {
              demand(NAME.matcher(name).matches(), name, "a format's name must be in snake_case");
              demand(!format.doc().isBlank(), name, "the format has no doc");
              demand(
                  format.base().isEmpty() || table.formats().containsKey(format.base()),
                  name,
                  "the format's base '%s' is not among the formats".formatted(format.base()));
            });
  }

  private void checkFields(List<Field> fields, String parent) {
    Set<String> names = new HashSet<>();
    for (Field field : fields) {
      String path = parent + field.name();
      paths.add(path);
      demand(NAME.matcher(field.name()).matches(), path, "a name must be in snake_case");
      demand(names.add(field.name()), path, "the name stands there twice");
      demand(!field.doc().isBlank(), path, "the doc is empty");
      boolean top = parent.isEmpty();
      demand(top || !field.required(), path, "only a top-level column can be required");
      demand(top || !field.computed(), path, "only a top-level column can be computed");
      demand(
          !field.computed() || field.sources().isEmpty(), path, "a computed column has no sources");
      checkId(field.id(), path);
      checkType(field, path);
      checkIdentity(field, path);
    }
  }

  /** Ids are looked up as numbers; what is no number is the id of something else. */
  private void checkIdentity(Field field, String path) {
    FieldType type = field.type() instanceof FieldType.ListOf list ? list.element() : field.type();
    boolean number = type.equals(new FieldType.Scalar(Primitive.INT64));
    boolean other = field.identity().filter(each -> each.thing() != Identity.Thing.OTHER).isEmpty();
    demand(
        field.identity().isEmpty() || number || (other && type instanceof FieldType.Scalar),
        path,
        "only an INT64 or a list of them holds ids that can be erased");
  }

  private void checkType(Field field, String path) {
    boolean group = field.type() instanceof FieldType.Group;
    demand(!group || field.sources().isEmpty(), path, "a group has no sources, its members have");
    demand(
        !field.required() || field.type() instanceof FieldType.Scalar,
        path,
        "only a scalar can be required");
    if (field.type() instanceof FieldType.Group members) {
      demand(!members.fields().isEmpty(), path, "the group has no members");
      checkFields(members.fields(), path + ".");
    } else if (field.type() instanceof FieldType.ListOf list) {
      checkId(list.elementId(), path + " element");
      if (list.element() instanceof FieldType.Group members) {
        demand(!members.fields().isEmpty(), path, "the list's element has no members");
        checkFields(members.fields(), path + "[].");
      }
    }
  }

  private void checkRetired() {
    for (TableSchema.Retired column : table.retired()) {
      String path = column.name();
      checkId(column.id(), path);
      demand(paths.add(path), path, "a retired column's name is taken by another column");
      demand(!column.doc().isBlank(), path, "the doc is empty");
      demand(
          column.until() > 0 && column.until() < table.version(),
          path,
          "a column is retired until a version before this one, not " + column.until());
    }
  }

  private void checkId(int id, String path) {
    demand(id > 0, path, "the field id must be above 0, not " + id);
    demand(ids.add(id), path, "the field id %d is taken by another field".formatted(id));
  }

  private void checkPartition() {
    String name = table.partitionColumn();
    if (name.isEmpty()) {
      return;
    }
    boolean found = false;
    for (Field field : table.fields()) {
      if (field.name().equals(name)) {
        found = true;
        boolean timestamp = field.type().equals(new FieldType.Scalar(Primitive.TIMESTAMP));
        boolean always = field.required() || tellsUndatedRows();
        demand(
            always && timestamp,
            name,
            "the partition column must be a TIMESTAMP that is required or has %s beside it"
                .formatted(TIME_SOURCE));
      }
    }
    demand(found, name, "the partition column is not among the columns");
  }

  private boolean tellsUndatedRows() {
    return table.fields().stream()
        .anyMatch(field -> field.name().equals(TIME_SOURCE) && field.computed());
  }

  private void checkRequiredAreFound() {
    for (String format : table.formats().keySet()) {
      Map<List<String>, Binding> bound = new HashMap<>();
      table.bindings(format).forEach(binding -> bound.put(binding.column(), binding));
      for (Field field : table.fields()) {
        demand(
            !field.required() || field.computed() || bound.containsKey(List.of(field.name())),
            field.name(),
            "the column is required, but has no source in the format " + format);
      }
    }
  }

  private void demand(boolean holds, String path, String otherwise) {
    if (!holds) {
      String place = path.isEmpty() ? table.name() : table.name() + " " + path;
      throw new IllegalArgumentException(place + ": " + otherwise);
    }
  }
}

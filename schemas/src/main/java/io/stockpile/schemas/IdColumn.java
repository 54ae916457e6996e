package io.stockpile.schemas;

import java.util.ArrayList;
import java.util.List;

/** A leaf column that holds ids, and of what. */
public record IdColumn(Leaf leaf, Identity identity) {

  /** All columns of a table that are declared to hold ids, in column order. */
  public static List<IdColumn> of(TableSchema table) {
    List<IdColumn> found = new ArrayList<>();
    for (Leaf leaf : table.leaves()) {
      Field field = field(table.fields(), leaf.path());
      field.identity().ifPresent(identity -> found.add(new IdColumn(leaf, identity)));
    }
    return List.copyOf(found);
  }

  private static Field field(List<Field> fields, List<String> path) {
    Field field =
        fields.stream().filter(each -> each.name().equals(path.get(0))).findFirst().orElseThrow();
    List<String> inner = path.subList(1, path.size());
    return inner.isEmpty() ? field : field(members(field.type()), inner);
  }

  private static List<Field> members(FieldType type) {
    if (type instanceof FieldType.ListOf list) {
      return members(list.element());
    }
    return type instanceof FieldType.Group group ? group.fields() : List.of();
  }
}

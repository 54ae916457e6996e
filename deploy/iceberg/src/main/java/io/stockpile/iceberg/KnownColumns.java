package io.stockpile.iceberg;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;

/**
 * A column of an Iceberg table; columns inside groups and lists count too.
 *
 * @param type the type, without the members of a group or list
 */
record KnownColumns(int id, String name, String type, String doc) {

  /** All columns of a schema, by their ids. */
  static Set<KnownColumns> of(Schema schema) {
    Map<Integer, String> names = TypeUtil.indexNameById(schema.asStruct());
    Set<KnownColumns> columns = new LinkedHashSet<>();
    for (Map.Entry<Integer, Types.NestedField> entry :
        new TreeMap<>(TypeUtil.indexById(schema.asStruct())).entrySet()) {
      Types.NestedField field = entry.getValue();
      columns.add(
          new KnownColumns(
              entry.getKey(),
              names.get(entry.getKey()),
              kind(field.type()),
              field.doc() == null ? "" : field.doc()));
    }
    return columns;
  }

  private static String kind(Type type) {
    return type.isPrimitiveType() ? type.toString() : type.typeId().name();
  }

  /**
   * Why files with the columns of one schema cannot be read with the other.
   *
   * @return empty when each id means the same column in both schemas, and each column has the same
   *     id
   */
  static Optional<String> conflict(Schema ours, Schema theirs) {
    Map<Integer, Types.NestedField> byId = TypeUtil.indexById(theirs.asStruct());
    for (KnownColumns column : of(ours)) {
      Types.NestedField same = theirs.findField(column.name());
      if (same != null && same.fieldId() != column.id()) {
        return Optional.of(
            column.name()
                + " has the field id "
                + same.fieldId()
                + " there and "
                + column.id()
                + " in the files");
      }
      Types.NestedField there = byId.get(column.id());
      if (there != null && !kind(there.type()).equals(column.type())) {
        return Optional.of(
            "the field id "
                + column.id()
                + " is "
                + there.name()
                + " "
                + kind(there.type())
                + " there and "
                + column.name()
                + " "
                + column.type()
                + " in the files");
      }
    }
    return Optional.empty();
  }
}

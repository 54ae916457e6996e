package io.stockpile.schemas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One table of the archive: its name, its columns in order, and where each value comes from.
 * Immutable and safe to share. Two are equal only if they are the same object.
 */
public final class TableSchema {
  private final String name;
  private final int version;
  private final String doc;
  private final String partitionColumn;
  private final Map<String, Format> formats;
  private final List<Field> fields;
  private final List<Retired> retired;
  private final List<Leaf> leaves;

  /**
   * @param name as in the archive's layout, for example {@code stocktwits/messages}
   * @param version counts every change of the columns, from 1
   * @param partitionColumn the top-level TIMESTAMP column whose UTC day is the partition; of a row
   *     in which it is null, the day that the row's unit begins; empty for a table without one
   * @param formats the shapes of source records that end in this table, by name
   * @param retired columns of former versions
   */
  public TableSchema(
      String name,
      int version,
      String doc,
      String partitionColumn,
      Map<String, Format> formats,
      List<Field> fields,
      List<Retired> retired) {
    this.name = name;
    this.version = version;
    this.doc = doc;
    this.partitionColumn = partitionColumn;
    this.formats = Collections.unmodifiableMap(new LinkedHashMap<>(formats));
    this.fields = List.copyOf(fields);
    this.retired = List.copyOf(retired);
    this.leaves = leaves(fields);
  }

  /** A table whose columns are all that it ever had. */
  public TableSchema(
      String name,
      int version,
      String doc,
      String partitionColumn,
      Map<String, Format> formats,
      List<Field> fields) {
    this(name, version, doc, partitionColumn, formats, fields, List.of());
  }

  /**
   * A column that older files have and newer ones do not. Neither its id nor its name is ever given
   * to another column: readers match columns of files of different versions by the one or the
   * other, and must not find a value of another type or meaning.
   *
   * @param name with the groups and lists around it, for example {@code symbols[].earnings_id}
   * @param until the last version that had it
   * @param doc why it was given up, and where its values are now
   */
  public record Retired(int id, String name, Primitive type, int until, String doc) {}

  /**
   * One shape of source record.
   *
   * @param root the member of the line that is the record ({@code data} for an envelope); empty
   *     when it is the line itself
   * @param base a format whose sources are taken where a field states none for this one; empty when
   *     there is none
   * @param byName whether a field without a source of its own for this format is looked up under
   *     its own path
   * @param doc what such a record is and when it was used, for the data dictionary
   */
  public record Format(String root, String base, boolean byName, String doc) {
    /** A format that states all its sources itself. */
    public Format(String root, boolean byName, String doc) {
      this(root, "", byName, doc);
    }
  }

  public String name() {
    return name;
  }

  public int version() {
    return version;
  }

  /** What its records are, for the data dictionary. */
  public String doc() {
    return doc;
  }

  public String partitionColumn() {
    return partitionColumn;
  }

  public Map<String, Format> formats() {
    return formats;
  }

  public List<Field> fields() {
    return fields;
  }

  public List<Retired> retired() {
    return retired;
  }

  /**
   * Where each column's value comes from in records of one format.
   *
   * @throws IllegalArgumentException when the table has no format of that name
   */
  public List<Binding> bindings(String format) {
    return BindingResolver.resolve(this, format);
  }

  /** The leaf columns, in the order in which Parquet numbers them. */
  public List<Leaf> leaves() {
    return leaves;
  }

  private static List<Leaf> leaves(List<Field> fields) {
    List<Leaf> leaves = new ArrayList<>();
    for (Field field : fields) {
      collect(field.type(), field.id(), field.required(), List.of(field.name()), 0, 0, leaves);
    }
    return List.copyOf(leaves);
  }

  private static void collect(
      FieldType type,
      int id,
      boolean required,
      List<String> path,
      int definition,
      int repetition,
      List<Leaf> out) {
    int level = definition + (required ? 0 : 1);
    if (type instanceof FieldType.Scalar scalar) {
      out.add(new Leaf(out.size(), path, scalar.primitive(), id, level, repetition));
    } else if (type instanceof FieldType.Group group) {
      for (Field member : group.fields()) {
        List<String> inner = new ArrayList<>(path);
        inner.add(member.name());
        collect(member.type(), member.id(), member.required(), inner, level, repetition, out);
      }
    } else if (type instanceof FieldType.ListOf list) {
      collect(list.element(), list.elementId(), false, path, level + 1, repetition + 1, out);
    }
  }
}

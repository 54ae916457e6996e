package io.stockpile.schemas;

import java.util.List;

/** What a field holds: one scalar, a group of named fields, or a list. */
public sealed interface FieldType {

  /** One scalar value: one Parquet leaf column. */
  record Scalar(Primitive primitive) implements FieldType {}

  /** A structure with named members, in column order. */
  record Group(List<Field> fields) implements FieldType {
    public Group {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A list in Parquet's three-level form. Elements may be null, because a JSON list may hold null.
   *
   * @param elementId the field id of the element
   */
  record ListOf(int elementId, FieldType element) implements FieldType {}
}

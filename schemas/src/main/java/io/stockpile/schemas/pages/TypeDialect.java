package io.stockpile.schemas.pages;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import java.util.ArrayList;
import java.util.List;

/** How one engine writes the type of a column. */
interface TypeDialect {
  /** The scalar type's name. */
  String scalar(Primitive primitive);

  /** One member of a structure, its type already written. */
  String member(Field field, String type);

  /** A structure of members already written. */
  String struct(List<String> members);

  /** A list of elements of a type already written. */
  String list(String element);

  /** The whole type, however deep. */
  default String write(FieldType type) {
    if (type instanceof FieldType.Group group) {
      List<String> members = new ArrayList<>();
      for (Field field : group.fields()) {
        members.add(member(field, write(field.type())));
      }
      return struct(members);
    }
    if (type instanceof FieldType.ListOf list) {
      return list(write(list.element()));
    }
    return scalar(((FieldType.Scalar) type).primitive());
  }
}

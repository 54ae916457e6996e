package io.stockpile.pipeline.parquet;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.ColumnOrder;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** Converts table schemas to Parquet schemas. */
public final class ParquetSchemas {
  private ParquetSchemas() {}

  /**
   * The Parquet schema of a table: its leaves are in the order of {@link TableSchema#leaves()} and
   * have the same levels. Every field has its field id, also the elements of lists. Lists have
   * three levels, named {@code list} and {@code element}.
   */
  public static MessageType messageType(TableSchema schema) {
    return new MessageType(schema.name().replace('/', '_'), members(schema.fields()));
  }

  /** The path of a leaf in the form of {@link io.stockpile.schemas.Leaf#dotted}. */
  static String dotted(String[] path) {
    List<String> names = new ArrayList<>();
    for (int at = 0; at < path.length; at++) {
      if (at + 1 < path.length && path[at].equals("list") && path[at + 1].equals("element")) {
        at++;
      } else {
        names.add(path[at]);
      }
    }
    return String.join(".", names);
  }

  private static List<Type> members(List<Field> fields) {
    List<Type> members = new ArrayList<>();
    for (Field field : fields) {
      Repetition repetition = field.required() ? Repetition.REQUIRED : Repetition.OPTIONAL;
      members.add(type(field.type(), repetition, field.id(), field.name()));
    }
    return members;
  }

  private static Type type(FieldType type, Repetition repetition, int id, String name) {
    if (type instanceof FieldType.Scalar scalar) {
      return primitive(scalar.primitive(), repetition, id, name);
    }
    if (type instanceof FieldType.Group group) {
      Type[] members = members(group.fields()).toArray(new Type[0]);
      return Types.buildGroup(repetition).addFields(members).id(id).named(name);
    }
    FieldType.ListOf list = (FieldType.ListOf) type;
    Type element = type(list.element(), Repetition.OPTIONAL, list.elementId(), "element");
    return Types.buildGroup(repetition)
        .as(LogicalTypeAnnotation.listType())
        .addField(Types.repeatedGroup().addField(element).named("list"))
        .id(id)
        .named(name);
  }

  private static Type primitive(Primitive primitive, Repetition repetition, int id, String name) {
    PrimitiveTypeName physical =
        switch (primitive) {
          case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
          case INT64, TIMESTAMP -> PrimitiveTypeName.INT64;
          case DOUBLE -> PrimitiveTypeName.DOUBLE;
          case STRING, JSON, BINARY -> PrimitiveTypeName.BINARY;
          case DATE -> PrimitiveTypeName.INT32;
        };
    Types.PrimitiveBuilder<? extends Type> builder = Types.primitive(physical, repetition).id(id);
    return switch (primitive) {
      case BOOLEAN, INT64, BINARY -> builder.named(name);
      // By default Parquet's writer would declare the newer IEEE 754 order. Readers that do not
      // know it refuse the whole file; Polars does.
      case DOUBLE -> builder.columnOrder(ColumnOrder.typeDefined()).named(name);
      // JSON is annotated as text, too. With the JSON annotation some readers demand an extension
      // and others return bytes, while the JSON functions of all readers take text.
      case STRING, JSON -> builder.as(LogicalTypeAnnotation.stringType()).named(name);
      case DATE -> builder.as(LogicalTypeAnnotation.dateType()).named(name);
      case TIMESTAMP ->
          builder.as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS)).named(name);
    };
  }
}

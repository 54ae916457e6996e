package io.stockpile.iceberg;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * Iceberg schemas of the archive's tables, with the field ids of their files. Metadata of tables is
 * built here and not by a catalog, because catalogs assign ids of their own, with which the files
 * cannot be read.
 */
final class IcebergSchemas {
  /** The latest format version that all current engines read. */
  private static final int FORMAT_VERSION = 2;

  private IcebergSchemas() {}

  /** All columns are optional, because files of an earlier version lack later columns. */
  static Schema schema(TableSchema table) {
    return new Schema(members(table.fields()));
  }

  private static List<Types.NestedField> members(List<Field> fields) {
    List<Types.NestedField> members = new ArrayList<>();
    for (Field field : fields) {
      members.add(
          Types.NestedField.optional(field.id(), field.name(), type(field.type()), field.doc()));
    }
    return members;
  }

  private static Type type(FieldType type) {
    if (type instanceof FieldType.Scalar scalar) {
      return primitive(scalar.primitive());
    }
    if (type instanceof FieldType.Group group) {
      return Types.StructType.of(members(group.fields()));
    }
    FieldType.ListOf list = (FieldType.ListOf) type;
    return Types.ListType.ofOptional(list.elementId(), type(list.element()));
  }

  private static Type primitive(Primitive primitive) {
    return switch (primitive) {
      case BOOLEAN -> Types.BooleanType.get();
      case INT64 -> Types.LongType.get();
      case DOUBLE -> Types.DoubleType.get();
      case STRING, JSON -> Types.StringType.get();
      case BINARY -> Types.BinaryType.get();
      case DATE -> Types.DateType.get();
      case TIMESTAMP -> Types.TimestampType.withZone();
    };
  }

  /** The highest field id that the table has or ever had. */
  static int highestId(TableSchema table) {
    int highest = schema(table).highestFieldId();
    for (TableSchema.Retired retired : table.retired()) {
      highest = Math.max(highest, retired.id());
    }
    return highest;
  }

  /** Partitioning by the UTC day of the event column. */
  static PartitionSpec byDay(TableSchema table, Schema schema) {
    return PartitionSpec.builderFor(schema).day(table.partitionColumn()).build();
  }

  /**
   * The metadata of a table without files.
   *
   * @param location its address
   */
  static TableMetadata metadata(TableSchema table, String location) {
    Schema schema = schema(table);
    return TableMetadata.buildFromEmpty(FORMAT_VERSION)
        .assignUUID()
        .setLocation(location)
        .setCurrentSchema(schema, highestId(table))
        .setDefaultPartitionSpec(byDay(table, schema))
        // The unpartitioned spec is for files with a row whose time is not known; in a partition of
        // a day they would not be found.
        .addPartitionSpec(PartitionSpec.builderFor(schema).withSpecId(1).build())
        .addSortOrder(SortOrder.unsorted())
        .setDefaultSortOrder(SortOrder.unsorted())
        .setProperties(properties(table))
        .build();
  }

  /**
   * Properties that keep values of texts out of the metadata, and keep other tools from removing
   * files.
   */
  static Map<String, String> properties(TableSchema table) {
    Map<String, String> properties = new HashMap<>();
    properties.put("comment", table.doc());
    properties.put("gc.enabled", "false");
    properties.put("write.metadata.delete-after-commit.enabled", "true");
    properties.put("write.metadata.previous-versions-max", "10");
    properties.put("write.metadata.metrics.default", "none");
    for (Field field : measured(table)) {
      properties.put("write.metadata.metrics.column." + field.name(), "full");
    }
    return properties;
  }

  /** The columns whose bounds are kept: ids and times at the top level. */
  static List<Field> measured(TableSchema table) {
    return table.fields().stream().filter(IcebergSchemas::isMeasured).toList();
  }

  private static boolean isMeasured(Field field) {
    if (!(field.type() instanceof FieldType.Scalar scalar)) {
      return false;
    }
    return switch (scalar.primitive()) {
      case TIMESTAMP -> true;
      case INT64 -> field.name().equals("id") || field.name().endsWith("_id");
      case BOOLEAN, DOUBLE, STRING, JSON, BINARY, DATE -> false;
    };
  }
}

package io.stockpile.pipeline.parquet;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.util.List;
import java.util.Map;

/** Tables made for tests. */
public final class TestTables {
  private TestTables() {}

  /** A table with every type: alone, in groups, in lists, and in lists of lists. */
  public static TableSchema everything() {
    return table(
        "test/everything",
        required(1, "id", scalar(Primitive.INT64)),
        required(2, "created_at", scalar(Primitive.TIMESTAMP)),
        optional(3, "flag", scalar(Primitive.BOOLEAN)),
        optional(4, "count", scalar(Primitive.INT64)),
        optional(5, "share", scalar(Primitive.DOUBLE)),
        optional(6, "body", scalar(Primitive.STRING)),
        optional(7, "extra", scalar(Primitive.JSON)),
        optional(8, "raw", scalar(Primitive.BINARY)),
        optional(9, "joined", scalar(Primitive.DATE)),
        optional(10, "at", scalar(Primitive.TIMESTAMP)),
        optional(
            11,
            "user",
            group(
                required(12, "id", scalar(Primitive.INT64)),
                optional(13, "name", scalar(Primitive.STRING)),
                optional(14, "home", group(optional(15, "city", scalar(Primitive.STRING)))))),
        optional(
            16,
            "symbols",
            list(
                17,
                group(
                    optional(18, "symbol", scalar(Primitive.STRING)),
                    required(19, "number", scalar(Primitive.INT64)),
                    optional(20, "tags", list(21, scalar(Primitive.STRING)))))),
        optional(22, "flags", list(23, scalar(Primitive.BOOLEAN))),
        required(24, "days", list(25, scalar(Primitive.DATE))),
        optional(26, "matrix", list(27, list(28, scalar(Primitive.DOUBLE)))));
  }

  /** A table with a required id and an optional column {@code value}. */
  public static TableSchema single(Primitive primitive) {
    return table(
        "test/single",
        required(1, "id", scalar(Primitive.INT64)),
        optional(2, "value", scalar(primitive)));
  }

  public static TableSchema table(String name, Field... fields) {
    return new TableSchema(name, 7, "A table made for tests.", "", Map.of(), List.of(fields));
  }

  public static FieldType scalar(Primitive primitive) {
    return new FieldType.Scalar(primitive);
  }

  public static FieldType group(Field... members) {
    return new FieldType.Group(List.of(members));
  }

  public static FieldType list(int elementId, FieldType element) {
    return new FieldType.ListOf(elementId, element);
  }

  public static Field required(int id, String name, FieldType type) {
    return new Field(id, name, type, true, false, "A field.", Map.of());
  }

  public static Field optional(int id, String name, FieldType type) {
    return new Field(id, name, type, false, false, "A field.", Map.of());
  }
}

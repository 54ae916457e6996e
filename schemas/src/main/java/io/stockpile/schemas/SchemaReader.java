package io.stockpile.schemas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a schema file: the shape here, what must hold across fields in {@link SchemaRules}. */
final class SchemaReader {
  private SchemaReader() {}

  /**
   * Reads a schema file. What must hold across its fields is not checked.
   *
   * @param others the tables whose columns it may take, by name
   */
  static TableSchema read(String json, Function<String, TableSchema> others) {
    JsonMembers root = JsonMembers.parse("schema file", json);
    JsonMembers formats = root.object("formats");
    TableSchema own =
        new TableSchema(
            root.text("table"),
            root.number("version"),
            root.text("doc"),
            root.text("partition_column", ""),
            formats(formats),
            fields(root.objects("columns")),
            retired(root));
    TableSchema table =
        root.has("columns_of") ? ColumnsOf.read(root.object("columns_of")).add(own, others) : own;
    root.nothingElse();
    return table;
  }

  private static Map<String, TableSchema.Format> formats(JsonMembers json) {
    Map<String, TableSchema.Format> formats = new LinkedHashMap<>();
    json.allObjects()
        .forEach(
            (name, format) -> {
              formats.put(
                  name,
                  new TableSchema.Format(
                      format.text("root", ""),
                      format.text("base", ""),
                      format.flag("by_name"),
                      format.text("doc")));
              format.nothingElse();
            });
    return formats;
  }

  private static List<Field> fields(List<JsonMembers> json) {
    List<Field> fields = new ArrayList<>();
    for (JsonMembers field : json) {
      fields.add(field(field));
    }
    return fields;
  }

  private static Field field(JsonMembers json) {
    Field field =
        new Field(
            json.number("id"),
            json.text("name"),
            type(json),
            json.flag("required"),
            json.flag("computed"),
            json.text("doc"),
            sources(json),
            identity(json));
    json.nothingElse();
    return field;
  }

  private static Optional<Identity> identity(JsonMembers json) {
    List<Identity> found = new ArrayList<>();
    for (Identity.Role role : Identity.Role.values()) {
      if (json.has(role.key())) {
        found.add(Identity.of(role, json.text(role.key())));
      }
    }
    if (found.size() > 1) {
      throw json.wrong("a column either identifies or refers_to what it holds ids of");
    }
    return found.stream().findFirst();
  }

  private static FieldType type(JsonMembers json) {
    String type = json.text("type");
    if (type.equals("GROUP")) {
      return new FieldType.Group(fields(json.objects("fields")));
    }
    if (type.equals("LIST")) {
      JsonMembers element = json.object("element");
      FieldType.ListOf list = new FieldType.ListOf(element.number("id"), type(element));
      element.nothingElse();
      if (list.element() instanceof FieldType.ListOf) {
        throw element.wrong("a list of lists is not supported");
      }
      return list;
    }
    return new FieldType.Scalar(primitive(json, type));
  }

  private static List<TableSchema.Retired> retired(JsonMembers root) {
    List<TableSchema.Retired> retired = new ArrayList<>();
    if (root.has("retired")) {
      for (JsonMembers json : root.objects("retired")) {
        retired.add(
            new TableSchema.Retired(
                json.number("id"),
                json.text("name"),
                primitive(json, json.text("type")),
                json.number("until"),
                json.text("doc")));
        json.nothingElse();
      }
    }
    return retired;
  }

  private static Primitive primitive(JsonMembers json, String type) {
    for (Primitive primitive : Primitive.values()) {
      if (primitive.name().equals(type)) {
        return primitive;
      }
    }
    throw json.wrong(
        "unknown type '%s'; there are GROUP, LIST and %s"
            .formatted(type, List.of(Primitive.values())));
  }

  private static Map<String, List<SourcePath>> sources(JsonMembers json) {
    Map<String, List<SourcePath>> sources = new LinkedHashMap<>();
    if (json.has("sources")) {
      json.object("sources")
          .allTexts()
          .forEach(
              (format, places) ->
                  sources.put(format, places.stream().map(SourcePath::parse).toList()));
    }
    return sources;
  }
}

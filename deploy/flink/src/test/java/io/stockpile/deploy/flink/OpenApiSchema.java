package io.stockpile.deploy.flink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schema of a custom resource. It tells which values a cluster would refuse. */
final class OpenApiSchema {
  private final Map<?, ?> schema;

  OpenApiSchema(Map<?, ?> schema) {
    this.schema = schema;
  }

  /** All errors in a value, each with its path. It is as strict as kubectl's own validation. */
  List<String> faults(String path, Object value) {
    List<String> faults = new ArrayList<>();
    collect(faults, path, value, schema);
    return faults;
  }

  private static void collect(List<String> faults, String path, Object value, Map<?, ?> schema) {
    boolean fits = fits(value, schema);
    if (!fits) {
      faults.add(path + " is " + value + ", not of type " + schema.get("type"));
    } else if (schema.get("enum") instanceof List<?> known && !known.contains(value)) {
      faults.add(path + " is " + value + ", none of " + known);
    } else if (value instanceof Map<?, ?> fields) {
      fields.forEach((name, field) -> field(faults, path + "." + name, name, field, schema));
    } else if (value instanceof List<?> items && schema.get("items") instanceof Map<?, ?> each) {
      for (int index = 0; index < items.size(); index++) {
        collect(faults, path + "[" + index + "]", items.get(index), each);
      }
    }
  }

  private static void field(
      List<String> faults, String path, Object name, Object value, Map<?, ?> schema) {
    if (schema.get("properties") instanceof Map<?, ?> known
        && known.get(name) instanceof Map<?, ?> field) {
      collect(faults, path, value, field);
    } else if (schema.get("additionalProperties") instanceof Map<?, ?> any) {
      collect(faults, path, value, any);
    } else if (!Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))) {
      faults.add(path + " is not known");
    }
  }

  private static boolean fits(Object value, Map<?, ?> schema) {
    if (Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))) {
      return value instanceof Integer || value instanceof String;
    }
    Object type = schema.get("type");
    return type == null
        || switch (type.toString()) {
          case "object" -> value instanceof Map;
          case "array" -> value instanceof List;
          case "string" -> value instanceof String;
          case "integer" -> value instanceof Integer || value instanceof Long;
          case "number" -> value instanceof Number;
          case "boolean" -> value instanceof Boolean;
          default -> false;
        };
  }
}

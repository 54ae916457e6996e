package io.stockpile.schemas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must hold of the places that columns are filled from: each value of a record is claimed by
 * one column at most, so that it is known to be given back by that column or by {@code extra}. Only
 * a JSON column, which keeps a whole value byte for byte, may lie over others.
 */
final class SourceRules {
  private final TableSchema table;

  private SourceRules(TableSchema table) {
    this.table = table;
  }

  static void check(TableSchema table) {
    SourceRules rules = new SourceRules(table);
    rules.checkFormatNames(table.fields());
    for (Map.Entry<String, TableSchema.Format> format : table.formats().entrySet()) {
      rules.checkClaims(format.getValue(), table.bindings(format.getKey()));
    }
  }

  private void checkFormatNames(List<Field> fields) {
    for (Field field : fields) {
      for (String format : field.sources().keySet()) {
        if (!table.formats().containsKey(format)) {
          throw wrong(
              field.name(),
              "names the format '%s'; the table has %s"
                  .formatted(format, table.formats().keySet()));
        }
      }
      FieldType type =
          field.type() instanceof FieldType.ListOf list ? list.element() : field.type();
      if (type instanceof FieldType.Group group) {
        checkFormatNames(group.fields());
      }
    }
  }

  private void checkClaims(TableSchema.Format format, List<Binding> bindings) {
    Map<List<String>, Map<List<String>, Binding>> claimsByScope = new HashMap<>();
    for (Binding binding : bindings) {
      Map<List<String>, Binding> claims =
          claimsByScope.computeIfAbsent(binding.scope(), scope -> new HashMap<>());
      for (SourcePath source : binding.sources()) {
        checkSource(binding, source);
        List<String> path = binding.scope().isEmpty() ? source.fromLine(format) : source.members();
        Binding other = claims.put(path, binding);
        if (other != null) {
          throw wrong(
              String.join(".", binding.column()),
              "the source %s is claimed by %s as well".formatted(source, other.column()));
        }
      }
    }
    claimsByScope.values().forEach(this::checkOverlaps);
  }

  private void checkSource(Binding binding, SourcePath source) {
    String column = String.join(".", binding.column());
    if (source.wholeLine() && !binding.scope().isEmpty()) {
      throw wrong(column, "the source " + source + " leaves the list's element");
    }
    FieldType type =
        binding.field().type() instanceof FieldType.ListOf list
            ? list.element()
            : binding.field().type();
    Optional<Primitive> given = source.converter().gives();
    if (given.isPresent() && !type.equals(new FieldType.Scalar(given.get()))) {
      throw wrong(
          column, "the source %s needs one, the column is no %s".formatted(source, given.get()));
    }
    if (source.members().isEmpty() && !isJson(binding)) {
      throw wrong(column, "only a JSON column can take the record itself");
    }
  }

  private void checkOverlaps(Map<List<String>, Binding> claims) {
    claims.forEach(
        (path, binding) -> {
          for (int length = 0; length < path.size(); length++) {
            Binding above = claims.get(path.subList(0, length));
            if (above != null && !isJson(above)) {
              throw wrong(
                  String.join(".", binding.column()),
                  "the source %s lies inside the value that %s takes"
                      .formatted(String.join(".", path), above.column()));
            }
          }
        });
  }

  private static boolean isJson(Binding binding) {
    return binding.field().type().equals(new FieldType.Scalar(Primitive.JSON));
  }

  private IllegalArgumentException wrong(String column, String what) {
    return new IllegalArgumentException("%s %s: %s".formatted(table.name(), column, what));
  }
}

package io.stockpile.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows a schema's fields and settles, for one format, where each value is looked up. */
final class BindingResolver {
  private final String formatName;
  private final String baseName;
  private final boolean byName;
  private final List<Binding> bindings = new ArrayList<>();

  private BindingResolver(String formatName, TableSchema.Format format) {
    this.formatName = formatName;
    baseName = format.base();
    byName = format.byName();
  }

  static List<Binding> resolve(TableSchema table, String formatName) {
    TableSchema.Format format = table.formats().get(formatName);
    if (format == null) {
      throw new IllegalArgumentException(
          "%s has no format '%s'; it has %s"
              .formatted(table.name(), formatName, table.formats().keySet()));
    }
    BindingResolver resolver = new BindingResolver(formatName, format);
    resolver.visit(table.fields(), List.of(), List.of(), List.of());
    return List.copyOf(resolver.bindings);
  }

  private void visit(
      List<Field> fields, List<String> scope, List<String> column, List<String> nested) {
    for (Field field : fields) {
      if (!field.computed()) {
        List<String> path = append(column, field.name());
        List<String> own = append(nested, field.name());
        if (field.type() instanceof FieldType.Group group) {
          visit(group.fields(), scope, path, own);
        } else {
          bind(field, scope, path, own);
        }
      }
    }
  }

  private void bind(Field field, List<String> scope, List<String> path, List<String> own) {
    Optional<List<SourcePath>> stated =
        field.sourcesFor(formatName).or(() -> field.sourcesFor(baseName));
    List<SourcePath> sources =
        stated.orElseGet(() -> byName ? List.of(SourcePath.of(own)) : List.of());
    if (sources.isEmpty()) {
      return;
    }
    bindings.add(new Binding(scope, path, field, sources));
    if (field.type() instanceof FieldType.ListOf list
        && list.element() instanceof FieldType.Group element) {
      visit(element.fields(), path, path, List.of());
    }
  }

  private static List<String> append(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }
}

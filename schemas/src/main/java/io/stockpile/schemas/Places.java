package io.stockpile.schemas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The places of one format's records from which a table takes values, written as people write them:
 * {@code user.followers}, {@code symbols[].aliases[]}, {@code /time} for a member of the whole
 * line, a single dot for the record itself.
 */
final class Places {
  private final Map<String, Binding> bindings;

  private Places(Map<String, Binding> bindings) {
    this.bindings = bindings;
  }

  static Places of(TableSchema table, String format) {
    Map<String, Binding> found = new LinkedHashMap<>();
    Map<List<String>, List<String>> elements = new LinkedHashMap<>();
    elements.put(List.of(), List.of(""));
    for (Binding binding : table.bindings(format)) {
      List<String> inside = new ArrayList<>();
      for (String scope : elements.get(binding.scope())) {
        for (SourcePath source : binding.sources()) {
          String place = (scope.isEmpty() ? "" : scope + ".") + pathOf(source);
          inside.add(place + "[]");
          leafOf(binding.field().type(), place).ifPresent(leaf -> found.put(leaf, binding));
        }
      }
      elements.put(binding.column(), inside);
    }
    return new Places(found);
  }

  /** Every place that some column takes its value from. */
  List<String> all() {
    return List.copyOf(bindings.keySet());
  }

  /**
   * The column that gives back the value at {@code place}: the one it is taken by, or else a JSON
   * column that keeps a value around it.
   */
  Optional<String> columnOf(String place) {
    Binding binding = bindings.get(place);
    for (String around = place; binding == null && !around.isEmpty(); ) {
      around = around.substring(0, Math.max(0, around.lastIndexOf('.')));
      binding = jsonAt(around.isEmpty() && !place.startsWith("/") ? "." : around);
    }
    return Optional.ofNullable(binding).map(Places::nameOf);
  }

  private Binding jsonAt(String place) {
    Binding binding = bindings.get(place);
    boolean json =
        binding != null && binding.field().type().equals(new FieldType.Scalar(Primitive.JSON));
    return json ? binding : null;
  }

  private static String pathOf(SourcePath source) {
    String text = source.toString();
    int bar = text.indexOf('|');
    return bar < 0 ? text : text.substring(0, bar);
  }

  private static Optional<String> leafOf(FieldType type, String place) {
    if (type instanceof FieldType.ListOf list) {
      boolean scalars = list.element() instanceof FieldType.Scalar;
      return scalars ? Optional.of(place + "[]") : Optional.empty();
    }
    return Optional.of(place);
  }

  private static String nameOf(Binding binding) {
    List<String> column = binding.column();
    List<String> scope = binding.scope();
    StringBuilder name = new StringBuilder(String.join(".", column));
    if (!scope.isEmpty()) {
      name.insert(String.join(".", scope).length(), "[]");
    }
    return binding.field().type() instanceof FieldType.ListOf ? name + "[]" : name.toString();
  }
}

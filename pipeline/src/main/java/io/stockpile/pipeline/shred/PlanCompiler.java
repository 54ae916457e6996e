package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.columns.ColumnGroups;
import io.stockpile.pipeline.json.Key;
import io.stockpile.pipeline.shred.values.ValueReader;
import io.stockpile.schemas.Binding;
import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.SourcePath;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a table's schema, for one format of source records, into a tree of places. */
final class PlanCompiler {
  private final TableSchema table;
  private final TableSchema.Format format;
  private final ScopePlan line = new ScopePlan(0, 0);
  private final ColumnGroups groups;
  private final Map<List<String>, Column> columns = new HashMap<>();
  private int leaves;
  private int objects;

  PlanCompiler(TableSchema table, String formatName) {
    this.table = table;
    groups = ColumnGroups.of(table);
    List<Binding> bindings = table.bindings(formatName);
    format = table.formats().get(formatName);
    List<String> start = format.root().isEmpty() ? List.of() : List.of(format.root());
    line.source().descend(start).markRoot();
    visit(table.fields(), line, -1, 0, List.of(), start);
    bindings.forEach(this::place);
  }

  int leaves() {
    return leaves;
  }

  ScopePlan line() {
    return line;
  }

  /**
   * The known members of the line. Those named in {@code marked} get a mark each: bit 0 the first,
   * and so on.
   */
  Members members(List<String> marked) {
    marked.forEach(name -> line.source().descend(List.of(name)));
    return freeze(line, line.source(), marked, line.source().column() != null);
  }

  private void visit(
      List<Field> fields,
      ScopePlan scope,
      int struct,
      int outer,
      List<String> path,
      List<String> source) {
    for (Field field : fields) {
      int definition = outer + (field.required() ? 0 : 1);
      List<String> column = append(path, field.name());
      List<String> own = append(source, field.name());
      FieldType type = field.type();
      if (type instanceof FieldType.Group inner) {
        int opened = scope.openStruct(struct, definition);
        if (format.byName() && !field.computed()) {
          scope.source().descend(own).markStruct(opened);
        }
        visit(inner.fields(), scope, opened, definition, column, own);
        scope.closeStruct(opened);
      } else if (type instanceof FieldType.ListOf list) {
        columns.put(column, list(list, scope, struct, definition + 2, column));
      } else {
        int leaf = leaves++;
        int slot = scope.addScalar(leaf, groups.of(leaf), struct);
        columns.put(column, new Column(scope, slot, leaf, definition, type, null));
      }
    }
  }

  private Column list(
      FieldType.ListOf list, ScopePlan scope, int struct, int definition, List<String> path) {
    int first = leaves;
    ScopePlan elements = null;
    if (list.element() instanceof FieldType.Group inner) {
      elements = new ScopePlan(definition, scope.repetition() + 1);
      visit(inner.fields(), elements, -1, definition, path, List.of());
    } else if (list.element() instanceof FieldType.Scalar) {
      leaves++;
    } else {
      throw new IllegalArgumentException(
          table.name() + " " + String.join(".", path) + ": a list of lists cannot be filled");
    }
    int slot = scope.addList(first, groups.of(first, leaves), struct);
    return new Column(scope, slot, first, definition, list, elements);
  }

  private void place(Binding binding) {
    Column column = columns.get(binding.column());
    boolean inList = !binding.scope().isEmpty();
    if (inList && !areBesideEachOther(binding)) {
      throw new IllegalArgumentException(
          "%s %s: the sources of a member of a list's element must be scalars of one object"
              .formatted(table.name(), String.join(".", binding.column())));
    }
    int priority = 0;
    boolean rivals = binding.sources().size() > 1;
    for (SourcePath source : binding.sources()) {
      List<String> path = inList ? source.members() : source.fromLine(format);
      column.scope().source().descend(path).claim(column, priority++, rivals, source.converter());
    }
  }

  private static boolean areBesideEachOther(Binding binding) {
    List<List<String>> parents =
        binding.sources().stream()
            .map(source -> source.members().subList(0, source.members().size() - 1))
            .distinct()
            .toList();
    return binding.sources().size() == 1
        || (parents.size() == 1 && binding.field().type() instanceof FieldType.Scalar);
  }

  private Members freeze(ScopePlan scope, Branch branch, List<String> marked, boolean kept) {
    int object = ++objects;
    List<Place> places = new ArrayList<>();
    branch
        .members()
        .forEach(
            (name, member) -> {
              Place place = freeze(scope, new Key(name), member, kept);
              int mark = marked.indexOf(name);
              place.setObject(object);
              place.setMark(mark < 0 ? 0 : 1 << mark);
              if (kept) {
                place.setKept();
              }
              if (member.hasRivals()) {
                place.setRivals();
              }
              places.add(place);
            });
    return new Members(places);
  }

  private Place freeze(ScopePlan scope, Key key, Branch member, boolean kept) {
    Column column = member.column();
    boolean inner = !member.members().isEmpty();
    if (column == null && !inner && member.struct() < 0 && !member.isRoot()) {
      return new LeftoverPlace(key);
    }
    if (column == null) {
      Members members = freeze(scope, member, List.of(), kept);
      return new ObjectPlace(key, scope.scope(), member.struct(), member.isRoot(), members);
    }
    if (column.type() instanceof FieldType.ListOf list) {
      return new ListPlace(
          key,
          member.priority(),
          column.scope().scope(),
          column.slot(),
          elements(column, list, member.converter()));
    }
    Primitive type = ((FieldType.Scalar) column.type()).primitive();
    if (inner || member.isRoot()) {
      return new KeptPlace(
          key,
          member.priority(),
          column.scope().scope(),
          column.slot(),
          column.leaf(),
          column.definition(),
          member.isRoot(),
          freeze(scope, member, List.of(), true));
    }
    return new ScalarPlace(
        key,
        member.priority(),
        column.scope().scope(),
        column.slot(),
        column.leaf(),
        column.definition(),
        ValueReader.of(type, member.converter()));
  }

  private ElementReader elements(
      Column column, FieldType.ListOf list, SourcePath.Converter converter) {
    int level = column.scope().repetition() + 1;
    if (list.element() instanceof FieldType.Scalar scalar) {
      ValueReader reader = ValueReader.of(scalar.primitive(), converter);
      return new ElementReader.Scalars(
          column.leaf(), groups.of(column.leaf()), column.definition(), level, reader);
    }
    ScopePlan inner = column.elements();
    Members members = freeze(inner, inner.source(), List.of(), false);
    return new ElementReader.Objects(inner.scope(), column.definition(), level, members);
  }

  private static List<String> append(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }
}

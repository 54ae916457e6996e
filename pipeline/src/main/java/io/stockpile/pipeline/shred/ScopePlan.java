package io.stockpile.pipeline.shred;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A {@link Scope} while it is compiled, with the source's members that fill it. */
final class ScopePlan {
  private record OpenStruct(int parent, int definition, OpenMembers members, int[] end) {}

  private record OpenMembers(Set<Integer> columns, List<Integer> lists) {
    OpenMembers() {
      this(new HashSet<>(), new ArrayList<>());
    }

    Scope.Members close() {
      int group = columns.stream().findFirst().orElse(-1);
      return new Scope.Members(group, toInts(lists));
    }
  }

  private final int definition;
  private final int repetition;
  private final List<Integer> leafOf = new ArrayList<>();
  private final List<int[]> columnsOf = new ArrayList<>();
  private final List<Integer> structOf = new ArrayList<>();
  private final OpenMembers own = new OpenMembers();
  private final List<OpenStruct> structs = new ArrayList<>();
  private final Branch source = new Branch();
  private Scope scope;

  /**
   * @param definition the definition level of an element that is not null; 0 for the record
   * @param repetition how many lists the columns are in
   */
  ScopePlan(int definition, int repetition) {
    this.definition = definition;
    this.repetition = repetition;
  }

  int definition() {
    return definition;
  }

  int repetition() {
    return repetition;
  }

  /** The root of the members that fill the scope: the line, or an element of the list. */
  Branch source() {
    return source;
  }

  /**
   * Adds a scalar column.
   *
   * @param columns the group of columns that it belongs to
   * @param struct the innermost struct that it is in, or -1
   * @return its slot
   */
  int addScalar(int leaf, int columns, int struct) {
    members(struct).columns().add(columns);
    return addSlot(leaf, new int[] {columns}, struct);
  }

  /**
   * Adds all columns of an inner list.
   *
   * @param columns the groups of columns that they belong to
   * @param struct the innermost struct that the list is in, or -1
   * @return its slot
   */
  int addList(int firstLeaf, int[] columns, int struct) {
    members(struct).lists().add(leafOf.size());
    return addSlot(firstLeaf, columns, struct);
  }

  private int addSlot(int firstLeaf, int[] columns, int struct) {
    leafOf.add(firstLeaf);
    columnsOf.add(columns);
    structOf.add(struct);
    return leafOf.size() - 1;
  }

  private OpenMembers members(int struct) {
    return struct < 0 ? own : structs.get(struct).members();
  }

  int openStruct(int parent, int level) {
    structs.add(new OpenStruct(parent, level, new OpenMembers(), new int[1]));
    return structs.size() - 1;
  }

  void closeStruct(int struct) {
    structs.get(struct).end()[0] = structs.size();
  }

  /** For each leaf column its slot, or -1 for a column of another scope. */
  int[] slotOfLeaf(int leaves) {
    int[] slotOf = new int[leaves];
    Arrays.fill(slotOf, -1);
    for (int slot = 0; slot < leafOf.size(); slot++) {
      slotOf[leafOf.get(slot)] = slot;
    }
    return slotOf;
  }

  /** The compiled scope; always the same object. */
  Scope scope() {
    if (scope == null) {
      List<Scope.Struct> finished = new ArrayList<>();
      for (OpenStruct struct : structs) {
        finished.add(
            new Scope.Struct(
                struct.parent(), struct.end()[0], struct.definition(), struct.members().close()));
      }
      scope = new Scope(definition, columnsOf, toInts(structOf), own.close(), finished);
    }
    return scope;
  }

  private static int[] toInts(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}

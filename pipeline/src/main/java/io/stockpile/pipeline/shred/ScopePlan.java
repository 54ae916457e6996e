package io.stockpile.pipeline.shred;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A {@link Scope} while it is compiled, with the source's members that fill it. */
final class ScopePlan {
  private record OpenGroup(int parent, int definition, List<Integer> slots, int[] end) {}

  private final int definition;
  private final int repetition;
  private final List<Scope.Slot> slots = new ArrayList<>();
  private final List<Integer> groupOf = new ArrayList<>();
  private final List<Integer> loose = new ArrayList<>();
  private final List<OpenGroup> groups = new ArrayList<>();
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

  int addSlot(int firstLeaf, int endLeaf, int group) {
    int slot = slots.size();
    slots.add(new Scope.Slot(firstLeaf, endLeaf));
    groupOf.add(group);
    (group < 0 ? loose : groups.get(group).slots()).add(slot);
    return slot;
  }

  int openGroup(int parent, int level) {
    groups.add(new OpenGroup(parent, level, new ArrayList<>(), new int[1]));
    return groups.size() - 1;
  }

  void closeGroup(int group) {
    groups.get(group).end()[0] = groups.size();
  }

  /** For each leaf column its slot, or -1 for a column of another scope. */
  int[] slotOfLeaf(int leaves) {
    int[] slotOf = new int[leaves];
    Arrays.fill(slotOf, -1);
    for (int slot = 0; slot < slots.size(); slot++) {
      slotOf[slots.get(slot).firstLeaf()] = slot;
    }
    return slotOf;
  }

  /** The compiled scope; always the same object. */
  Scope scope() {
    if (scope == null) {
      List<Scope.Group> finished = new ArrayList<>();
      for (OpenGroup group : groups) {
        finished.add(
            new Scope.Group(
                group.parent(), group.end()[0], group.definition(), toInts(group.slots())));
      }
      scope = new Scope(definition, slots, toInts(groupOf), toInts(loose), finished);
    }
    return scope;
  }

  private static int[] toInts(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}

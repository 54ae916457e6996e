package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.columns.ShreddedRecord;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of the record that are outside all lists, or the columns of one list's elements. A
 * scope knows which of them are filled so far and which groups are present, and adds the missing
 * nulls at the end. All columns of an inner list count as one slot, because they are filled
 * together or not at all.
 *
 * <p>One scope serves all elements of a list, one after the other: a list never contains itself.
 */
final class Scope {
  /**
   * A scalar column, or all columns of an inner list: the leaves from {@code firstLeaf} to {@code
   * endLeaf - 1}.
   */
  record Slot(int firstLeaf, int endLeaf) {}

  /**
   * A group of this scope.
   *
   * @param parent the position of the group that contains it, or -1
   * @param end the position behind the last group that it contains
   * @param definition the definition level of its columns' nulls when the group is present
   * @param slots the positions of its own slots, without those of the groups in it
   */
  record Group(int parent, int end, int definition, int[] slots) {}

  private final int definition;
  private final Slot[] slots;
  private final int[] groupOf;
  private final int[] looseSlots;
  private final Group[] groups;
  private final int[] entries;
  private final int[] taken;
  private final Place[] rivals;
  private final int[] present;
  private final int[] levels;
  private int repetition;

  /**
   * The number of the current element. A slot is filled, and a group present, when {@code taken} or
   * {@code present} has this number; any other is left from an earlier element.
   */
  private int current;

  /**
   * @param definition the definition level of the nulls of columns that are in no group; 0 for the
   *     record
   * @param groupOf for each slot the position of its innermost group, or -1
   * @param groups all groups, each before those that it contains
   */
  Scope(int definition, List<Slot> slots, int[] groupOf, int[] looseSlots, List<Group> groups) {
    this.definition = definition;
    this.slots = slots.toArray(new Slot[0]);
    this.groupOf = groupOf;
    this.looseSlots = looseSlots;
    this.groups = groups.toArray(new Group[0]);
    entries = new int[this.slots.length];
    taken = new int[this.slots.length];
    rivals = new Place[this.slots.length];
    present = new int[this.groups.length];
    levels = new int[this.groups.length];
  }

  void begin(int repetition) {
    this.repetition = repetition;
    current++;
    if (current == 0) {
      Arrays.fill(taken, 0);
      Arrays.fill(present, 0);
      current = 1;
    }
  }

  /** The repetition level of the first entry of each column for the current element. */
  int repetition() {
    return repetition;
  }

  /** Whether the slot is filled. */
  boolean isTaken(int slot) {
    return taken[slot] == current;
  }

  /**
   * The place that filled a slot that several places can fill. Undefined for other slots and for an
   * empty one.
   */
  Place taker(int slot) {
    return rivals[slot];
  }

  /** The position of the slot's entry in the record; for a list, of its first entry. */
  int entry(int slot) {
    return entries[slot];
  }

  void take(int slot, Place taker, int entry) {
    taken[slot] = current;
    entries[slot] = entry;
    if (taker.hasRivals()) {
      rivals[slot] = taker;
    }
    if (groupOf[slot] >= 0) {
      markGroup(groupOf[slot]);
    }
  }

  void markGroup(int group) {
    for (int at = group; at >= 0 && present[at] != current; at = groups[at].parent()) {
      present[at] = current;
    }
  }

  /** Adds the null entries of the slots that were not filled. */
  void finish(ShreddedRecord record) {
    if (definition > 0) {
      addNulls(record, looseSlots, definition);
    }
    int at = 0;
    while (at < groups.length) {
      Group group = groups[at];
      int outside = group.parent() < 0 ? definition : levels[group.parent()];
      int level = present[at] == current ? group.definition() : outside;
      levels[at] = level;
      if (level == 0) {
        at = group.end();
      } else {
        addNulls(record, group.slots(), level);
        at++;
      }
    }
  }

  /** Adds a null entry for each column of the scope, those of inner lists too. */
  void addNullElement(ShreddedRecord record, int repetition, int level) {
    for (Slot slot : slots) {
      addNulls(record, slot, repetition, level);
    }
  }

  private void addNulls(ShreddedRecord record, int[] empty, int level) {
    for (int slot : empty) {
      if (taken[slot] != current) {
        addNulls(record, slots[slot], repetition, level);
      }
    }
  }

  private static void addNulls(ShreddedRecord record, Slot slot, int repetition, int level) {
    record.addNulls(slot.firstLeaf(), slot.endLeaf(), repetition, level);
  }
}

package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.columns.ShreddedRecord;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a record outside all lists, or those of a list's element: which of them have a
 * value by now, which groups are there, and the null entries that are due at the end. Columns of an
 * inner list are one slot here: they are filled all together or not at all.
 *
 * <p>Lists never contain themselves, so there is one scope for each list and not one for each
 * element.
 */
final class Scope {
  /** A column, or all columns of an inner list. */
  record Slot(int firstLeaf, int endLeaf) {}

  /**
   * A group of this scope.
   *
   * @param parent position of the group around it, or -1
   * @param end position behind the last group within it
   * @param definition its columns' level when it is there and they are null
   * @param slots the positions of the slots directly in it
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

  /** What {@code taken} and {@code present} hold for this element; other values are older. */
  private int current;

  /**
   * @param definition the level of a column directly in the scope that is null: 0 for the record
   * @param groupOf for each slot the position of its innermost group, or -1
   * @param groups a group stands before those within it
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

  /** The repetition level of every column's first entry in this scope. */
  int repetition() {
    return repetition;
  }

  /** Whether the slot is filled. */
  boolean isTaken(int slot) {
    return taken[slot] == current;
  }

  /** Which of the rival places filled a slot that is filled. */
  Place taker(int slot) {
    return rivals[slot];
  }

  /** The slot's entry in the record; of a list the first. */
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

  /** Adds the null entries that the empty slots need beside what is there. */
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

  /** Adds null entries for all columns of the scope, inner lists' too. */
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

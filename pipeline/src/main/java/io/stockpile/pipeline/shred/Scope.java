package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.columns.ColumnGroups;
import io.stockpile.pipeline.columns.ShreddedRecord;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of the record that are outside all lists, or the columns of one list's elements. A
 * scope knows which of them are filled so far and which structs are present, and at the end adds
 * the levels of its groups of columns, which say where the missing ones are null. All columns of an
 * inner list count as one slot, because they are filled together or not at all.
 *
 * <p>One scope serves all elements of a list, one after the other: a list never contains itself.
 */
final class Scope {
  /**
   * The columns of the scope that are directly in one struct, or directly in the element.
   *
   * @param columns their {@link ColumnGroups group}, or -1 when they are lists alone
   * @param lists the slots of the lists among them
   */
  record Members(int columns, int[] lists) {}

  /**
   * A struct of this scope.
   *
   * @param parent the position of the struct that contains it, or -1
   * @param end the position behind the last struct that it contains
   * @param definition the definition level of its columns' nulls when it is present
   */
  record Struct(int parent, int end, int definition, Members members) {}

  private final int definition;
  private final int[][] columnsOf;
  private final int[] allColumns;
  private final int[] structOf;
  private final Members own;
  private final Struct[] structs;
  private final int[] entries;
  private final int[] taken;
  private final Place[] rivals;
  private final int[] present;
  private final int[] levels;
  private int repetition;

  /**
   * The number of the current element. A slot is filled, and a struct present, when {@code taken}
   * or {@code present} has this number; any other is left from an earlier element.
   */
  private int current;

  /**
   * @param definition the definition level of the nulls of columns that are in no struct; 0 for the
   *     record
   * @param columnsOf for each slot the groups of the columns in it
   * @param structOf for each slot the position of its innermost struct, or -1
   * @param own the columns that are in no struct
   * @param structs all structs, each before those that it contains
   */
  Scope(int definition, List<int[]> columnsOf, int[] structOf, Members own, List<Struct> structs) {
    this.definition = definition;
    this.columnsOf = columnsOf.toArray(new int[0][]);
    this.allColumns = columnsOf.stream().flatMapToInt(IntStream::of).distinct().toArray();
    this.structOf = structOf;
    this.own = own;
    this.structs = structs.toArray(new Struct[0]);
    entries = new int[structOf.length];
    taken = new int[structOf.length];
    rivals = new Place[structOf.length];
    present = new int[this.structs.length];
    levels = new int[this.structs.length];
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
    if (structOf[slot] >= 0) {
      markStruct(structOf[slot]);
    }
  }

  void markStruct(int struct) {
    for (int at = struct; at >= 0 && present[at] != current; at = structs[at].parent()) {
      present[at] = current;
    }
  }

  /** Adds the levels of the element's columns, and of the lists that were not filled. */
  void finish(ShreddedRecord record) {
    if (definition > 0) {
      addLevels(record, own, definition);
    }
    int at = 0;
    while (at < structs.length) {
      Struct struct = structs[at];
      int outside = struct.parent() < 0 ? definition : levels[struct.parent()];
      int level = present[at] == current ? struct.definition() : outside;
      levels[at] = level;
      if (level == 0) {
        at = struct.end();
      } else {
        addLevels(record, struct.members(), level);
        at++;
      }
    }
  }

  private void addLevels(ShreddedRecord record, Members members, int level) {
    if (members.columns() >= 0) {
      record.addLevels(members.columns(), repetition, level);
    }
    for (int list : members.lists()) {
      if (taken[list] != current) {
        for (int columns : columnsOf[list]) {
          record.addLevels(columns, repetition, level);
        }
      }
    }
  }

  /** Adds an element that is null in all columns of the scope, those of inner lists too. */
  void addNullElement(ShreddedRecord record, int repetition, int level) {
    for (int columns : allColumns) {
      record.addLevels(columns, repetition, level);
    }
  }
}

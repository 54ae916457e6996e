package io.stockpile.pipeline.shred;

import java.util.Arrays;

/**
 * Remembers, while a line is walked, which of its values are in no column: their keys and values as
 * slices of the line, and the objects, lists and elements that contain them. A container is noted
 * only when something in it is.
 *
 * <p>Entries are in the order of the line, a container before its content.
 */
final class ExtraLog {
  private static final int VALUE = 0;
  private static final int OBJECT = 1;
  private static final int LIST = 2;
  private static final int ELEMENT = 3;

  private int[] kinds = new int[64];
  private int[] keysFrom = new int[64];
  private int[] keysTo = new int[64];
  private int[] valuesFrom = new int[64];
  private int[] ends = new int[64];
  private int size;

  private int[] openKinds = new int[16];
  private int[] openKeysFrom = new int[16];
  private int[] openKeysTo = new int[16];
  private int[] openEntries = new int[16];
  private int depth;

  void begin() {
    size = 0;
    depth = 0;
  }

  int size() {
    return size;
  }

  int depth() {
    return depth;
  }

  void enterObject(int keyFrom, int keyTo) {
    enter(OBJECT, keyFrom, keyTo);
  }

  void enterList(int keyFrom, int keyTo) {
    enter(LIST, keyFrom, keyTo);
  }

  void enterElement(int index) {
    enter(ELEMENT, index, index);
  }

  private void enter(int kind, int keyFrom, int keyTo) {
    if (depth == openKinds.length) {
      openKinds = Arrays.copyOf(openKinds, depth * 2);
      openKeysFrom = Arrays.copyOf(openKeysFrom, depth * 2);
      openKeysTo = Arrays.copyOf(openKeysTo, depth * 2);
      openEntries = Arrays.copyOf(openEntries, depth * 2);
    }
    openKinds[depth] = kind;
    openKeysFrom[depth] = keyFrom;
    openKeysTo[depth] = keyTo;
    openEntries[depth] = -1;
    depth++;
  }

  void leave() {
    depth--;
    int entry = openEntries[depth];
    if (entry >= 0) {
      ends[entry] = size;
    }
  }

  /** Notes a member of the innermost open container. */
  void value(int keyFrom, int keyTo, int valueFrom, int valueTo) {
    for (int open = 0; open < depth; open++) {
      if (openEntries[open] < 0) {
        openEntries[open] = size;
        add(openKinds[open], openKeysFrom[open], openKeysTo[open], 0, 0);
      }
    }
    add(VALUE, keyFrom, keyTo, valueFrom, valueTo);
  }

  private void add(int kind, int keyFrom, int keyTo, int valueFrom, int end) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, size * 2);
      keysFrom = Arrays.copyOf(keysFrom, size * 2);
      keysTo = Arrays.copyOf(keysTo, size * 2);
      valuesFrom = Arrays.copyOf(valuesFrom, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    kinds[size] = kind;
    keysFrom[size] = keyFrom;
    keysTo[size] = keyTo;
    valuesFrom[size] = valueFrom;
    ends[size] = end;
    size++;
  }

  /**
   * Removes the entries from {@code mark} on and leaves the containers that are deeper than {@code
   * toDepth}; both are what {@link #size} and {@link #depth} were at an earlier point.
   */
  void rollback(int mark, int toDepth) {
    size = mark;
    depth = toDepth;
    for (int open = 0; open < depth; open++) {
      if (openEntries[open] >= mark) {
        openEntries[open] = -1;
      }
    }
  }

  boolean isValue(int entry) {
    return kinds[entry] == VALUE;
  }

  boolean isList(int entry) {
    return kinds[entry] == LIST;
  }

  /** An element's position in its list. */
  int index(int entry) {
    return keysFrom[entry];
  }

  int keyFrom(int entry) {
    return keysFrom[entry];
  }

  int keyTo(int entry) {
    return keysTo[entry];
  }

  int valueFrom(int entry) {
    return valuesFrom[entry];
  }

  int valueTo(int entry) {
    return ends[entry];
  }

  /** The next entry in the same container. */
  int next(int entry) {
    return kinds[entry] == VALUE ? entry + 1 : ends[entry];
  }
}

package io.stockpile.pipeline.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The entries of a record by column, nulls included; the record itself has nulls only once for each
 * group of columns. A scalar of the record itself that has no value has no entry. One object is
 * reused for all records of a table. Not thread-safe.
 */
public final class ColumnEntries {
  /** Stands for no entry. */
  public static final int NONE = -1;

  private final ColumnGroups groups;
  private final List<List<Integer>> leavesOf = new ArrayList<>();
  private final int[] first;
  private final int[] last;
  private final int[] filled;
  private final int[] ended;
  private int[] next = new int[256];
  private int[] inRecord = new int[256];
  private int size;

  public ColumnEntries(ColumnGroups groups, int leaves) {
    this.groups = groups;
    for (int group = 0; group < groups.size(); group++) {
      leavesOf.add(new ArrayList<>());
    }
    for (int leaf = 0; leaf < leaves; leaf++) {
      leavesOf.get(groups.of(leaf)).add(leaf);
    }
    first = new int[leaves];
    last = new int[leaves];
    filled = new int[leaves];
    ended = new int[groups.size()];
  }

  /** Replaces the entries by those of this record. */
  public void begin(ShreddedRecord record) {
    Arrays.fill(first, NONE);
    Arrays.fill(filled, 0);
    Arrays.fill(ended, 0);
    size = 0;
    for (int entry = 0; entry < record.size(); entry++) {
      if (record.isLevels(entry)) {
        addNulls(record.group(entry), entry);
      } else {
        int leaf = record.column(entry);
        int group = groups.of(leaf);
        add(leaf, entry);
        filled[leaf] = ended[group] + 1;
        ended[group] += groups.group(group).list() ? 1 : 0;
      }
    }
  }

  private void addNulls(int group, int entry) {
    for (int leaf : leavesOf.get(group)) {
      if (filled[leaf] <= ended[group]) {
        add(leaf, entry);
      }
    }
    ended[group]++;
  }

  private void add(int leaf, int entry) {
    if (size == next.length) {
      next = Arrays.copyOf(next, size * 2);
      inRecord = Arrays.copyOf(inRecord, size * 2);
    }
    next[size] = NONE;
    inRecord[size] = entry;
    if (first[leaf] == NONE) {
      first[leaf] = size;
    } else {
      next[last[leaf]] = size;
    }
    last[leaf] = size++;
  }

  /** The first entry of a column, or {@link #NONE}. */
  public int first(int leaf) {
    return first[leaf];
  }

  /** The next entry of the same column, or {@link #NONE}. */
  public int next(int entry) {
    return next[entry];
  }

  /**
   * The position in the record of an entry's levels. Its value is there too, unless these are the
   * levels of a group.
   */
  public int inRecord(int entry) {
    return inRecord[entry];
  }
}

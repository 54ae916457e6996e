package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.pipeline.erase.text.Reason;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The ids of one kind with one cause, sorted, with the last event of each. They are kept in arrays,
 * because there may be millions. Immutable.
 */
final class TombstoneGroup {
  /** What the ids of a group have in common. */
  record Key(Reason.Kind kind, Cause cause) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::kind).thenComparing(Key::cause);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * An id with its last event.
   *
   * @param standing whether the cause holds according to the last event; false when that ended it
   * @param list the number of the list since which the id is to be erased; 0 when it is not
   */
  record Entry(
      long id, long upTo, long at, boolean standing, int list, TombstoneEvent.Origin origin) {

    boolean inForce() {
      return list > 0;
    }
  }

  static final TombstoneGroup EMPTY = new TombstoneGroup(0);

  private static final TombstoneEvent.Origin[] ORIGINS = TombstoneEvent.Origin.values();
  private static final Comparator<TombstoneEvent> BY_ID_THEN_TIME =
      Comparator.comparingLong(TombstoneEvent::id)
          .thenComparingLong(TombstoneEvent::at)
          // Of two events at the same time the one that ends the cause comes first, so that the
          // other counts.
          .thenComparing(event -> !event.reversal());

  private long[] ids;
  private long[] upTo;
  private long[] at;
  private int[] list;
  private byte[] marks;
  private int size;

  private TombstoneGroup(int capacity) {
    ids = new long[capacity];
    upTo = new long[capacity];
    at = new long[capacity];
    list = new int[capacity];
    marks = new byte[capacity];
  }

  /** Builds a group; entries must be added in the order of their ids. */
  static final class Builder {
    private final TombstoneGroup group;

    Builder(int expected) {
      group = new TombstoneGroup(expected);
    }

    void add(Entry entry) {
      group.append(entry);
    }

    TombstoneGroup build() {
      return group;
    }
  }

  private void append(Entry entry) {
    if (size > 0 && entry.id() <= ids[size - 1]) {
      throw new IllegalArgumentException(
          "Ids rise, but " + entry.id() + " comes after " + ids[size - 1]);
    }
    if (size == ids.length) {
      int more = Math.max(16, size * 2);
      ids = Arrays.copyOf(ids, more);
      upTo = Arrays.copyOf(upTo, more);
      at = Arrays.copyOf(at, more);
      list = Arrays.copyOf(list, more);
      marks = Arrays.copyOf(marks, more);
    }
    ids[size] = entry.id();
    upTo[size] = entry.upTo();
    at[size] = entry.at();
    list[size] = entry.list();
    marks[size] = (byte) (entry.origin().ordinal() << 1 | (entry.standing() ? 1 : 0));
    size++;
  }

  int size() {
    return size;
  }

  Entry entry(int index) {
    return new Entry(
        ids[index],
        upTo[index],
        at[index],
        (marks[index] & 1) != 0,
        list[index],
        ORIGINS[marks[index] >> 1]);
  }

  long id(int index) {
    return ids[index];
  }

  long upTo(int index) {
    return upTo[index];
  }

  int list(int index) {
    return list[index];
  }

  /**
   * The group with more events added.
   *
   * @param number the number of the new list
   * @param counts whether ids with this cause are to be erased from now on, those of earlier events
   *     included
   */
  TombstoneGroup after(List<TombstoneEvent> events, int number, boolean counts) {
    List<TombstoneEvent> sorted = events.stream().sorted(BY_ID_THEN_TIME).toList();
    Builder merged = new Builder(size + sorted.size());
    int next = 0;
    int held = 0;
    while (held < size || next < sorted.size()) {
      long id =
          held == size
              ? sorted.get(next).id()
              : next == sorted.size() ? ids[held] : Math.min(ids[held], sorted.get(next).id());
      Entry entry = null;
      if (held < size && ids[held] == id) {
        entry = entry(held++);
      }
      while (next < sorted.size() && sorted.get(next).id() == id) {
        entry = said(entry, sorted.get(next++), number, counts);
      }
      merged.add(inForceWhereItCounts(entry, number, counts));
    }
    return merged.build();
  }

  private static Entry said(Entry before, TombstoneEvent event, int number, boolean counts) {
    boolean standing = !event.reversal();
    if (before == null) {
      return new Entry(
          event.id(),
          event.upTo(),
          event.at(),
          standing,
          standing && counts ? number : 0,
          event.origin());
    }
    boolean asked = event.cause() == Cause.ASKED;
    if (asked && before.standing() == standing) {
      // A second request for the same id changes nothing, not even the time of the first.
      return before;
    }
    boolean later =
        asked
            || event.at() > before.at()
            || (event.at() == before.at() && standing && !before.standing());
    boolean further = standing && event.upTo() > before.upTo();
    if (!later && !further) {
      return before;
    }
    boolean stands = later ? standing : before.standing();
    boolean same = stands && before.standing() && !further;
    int list = same ? before.list() : stands && (counts || before.inForce()) ? number : 0;
    return new Entry(
        event.id(),
        Math.max(before.upTo(), event.upTo()),
        Math.max(before.at(), event.at()),
        stands,
        list,
        later ? event.origin() : before.origin());
  }

  private static Entry inForceWhereItCounts(Entry entry, int number, boolean counts) {
    return counts && entry.standing() && !entry.inForce()
        ? new Entry(entry.id(), entry.upTo(), entry.at(), true, number, entry.origin())
        : entry;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TombstoneGroup group
        && size == group.size
        && Arrays.equals(ids, 0, size, group.ids, 0, size)
        && Arrays.equals(upTo, 0, size, group.upTo, 0, size)
        && Arrays.equals(at, 0, size, group.at, 0, size)
        && Arrays.equals(list, 0, size, group.list, 0, size)
        && Arrays.equals(marks, 0, size, group.marks, 0, size);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(size == 0 ? 0 : ids[0] * 31 + ids[size - 1] + size);
  }
}

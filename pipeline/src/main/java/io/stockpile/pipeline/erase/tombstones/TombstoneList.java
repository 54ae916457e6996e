package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.pipeline.erase.text.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All ids that were ever to be erased, with the last event of each. Lists are numbered: a list with
 * more events than the one before has the next number. Immutable.
 */
public final class TombstoneList {
  /** The list before the first event. */
  public static final TombstoneList NONE = new TombstoneList(0, new TreeMap<>());

  private final int number;
  private final SortedMap<TombstoneGroup.Key, TombstoneGroup> groups;

  TombstoneList(int number, Map<TombstoneGroup.Key, TombstoneGroup> groups) {
    this.number = number;
    this.groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
  }

  /** The number of the list; 0 when there never was an event. */
  public int number() {
    return number;
  }

  SortedMap<TombstoneGroup.Key, TombstoneGroup> groups() {
    return groups;
  }

  /**
   * The list with more events added; this list when they change nothing.
   *
   * @param also causes that apply from now on beside those that always do, to ids of earlier events
   *     too
   */
  public TombstoneList after(Collection<TombstoneEvent> events, Set<Cause> also) {
    SortedMap<TombstoneGroup.Key, List<TombstoneEvent>> said = new TreeMap<>();
    groups.keySet().forEach(key -> said.put(key, new ArrayList<>()));
    events.forEach(
        event -> said.computeIfAbsent(event.group(), key -> new ArrayList<>()).add(event));
    SortedMap<TombstoneGroup.Key, TombstoneGroup> after = new TreeMap<>(groups);
    said.forEach(
        (key, each) -> {
          boolean counts = key.cause().always() || also.contains(key.cause());
          if (!each.isEmpty() || counts) {
            TombstoneGroup before = groups.getOrDefault(key, TombstoneGroup.EMPTY);
            after.put(key, before.after(each, number + 1, counts));
          }
        });
    return after.equals(groups) ? this : new TombstoneList(number + 1, after);
  }

  /** Whether somebody asked for the id to be erased, and did not lift that. */
  public boolean isAsked(Reason.Kind kind, long id) {
    TombstoneGroup asked =
        groups.getOrDefault(new TombstoneGroup.Key(kind, Cause.ASKED), TombstoneGroup.EMPTY);
    for (int index = 0; index < asked.size(); index++) {
      if (asked.id(index) == id) {
        return asked.entry(index).standing();
      }
    }
    return false;
  }

  /** The ids to erase. */
  public TombstoneIds inForce() {
    return inForceSince(0);
  }

  /**
   * The ids to erase that were not to be erased by an earlier list.
   *
   * @param earlier that list's number
   */
  public TombstoneIds inForceSince(int earlier) {
    return TombstoneIds.of(groups, earlier);
  }

  /** How many ids are to be erased, by the word for their kind; kinds without ids are left out. */
  public SortedMap<String, Long> counts() {
    return countsSince(0);
  }

  /**
   * How many ids are to be erased that were not to be erased by an earlier list, by the word for
   * their kind.
   *
   * @param earlier that list's number
   */
  public SortedMap<String, Long> countsSince(int earlier) {
    SortedMap<String, Long> counts = new TreeMap<>();
    groups.forEach(
        (key, group) -> {
          long inForce = 0;
          for (int index = 0; index < group.size(); index++) {
            inForce += group.list(index) > earlier ? 1 : 0;
          }
          if (inForce > 0) {
            counts.merge(key.kind().label(), inForce, Long::sum);
          }
        });
    return counts;
  }

  /**
   * Ids that were to be erased by the earlier list and are not by this one, because a later event
   * ended the cause.
   */
  public SortedMap<Reason.Kind, List<Long>> takenBackSince(TombstoneList earlier) {
    SortedMap<Reason.Kind, List<Long>> back = new TreeMap<>();
    if (earlier.number == number) {
      return back;
    }
    TombstoneIds now = inForce();
    earlier.groups.forEach(
        (key, group) -> {
          for (int index = 0; index < group.size(); index++) {
            long id = group.id(index);
            if (group.list(index) > 0 && !now.contains(key.kind(), id)) {
              back.computeIfAbsent(key.kind(), kind -> new ArrayList<>()).add(id);
            }
          }
        });
    return back;
  }
}

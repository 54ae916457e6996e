package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.pipeline.erase.text.ErasedIds;
import io.stockpile.pipeline.erase.text.Reason;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The ids to erase, for many lookups of which nearly all fail: one small filter for ids of all
 * kinds answers most of them, and the sorted ids the rest. Immutable and thread-safe; a lookup
 * allocates nothing.
 */
public final class TombstoneIds implements ErasedIds {
  private final Map<Reason.Kind, SortedIds> sets;
  private final long[] placesUpTo;
  private final IdFilter ofAnyKind;

  /**
   * @param sets the ids of each kind that has any
   * @param placesUpTo for each of {@link Reason.Kind#PLACES}, in rising order, the last tweet
   */
  static TombstoneIds of(Map<Reason.Kind, SortedIds> sets, long[] placesUpTo) {
    Map<Reason.Kind, SortedIds> all = new EnumMap<>(Reason.Kind.class);
    for (Reason.Kind kind : Reason.Kind.values()) {
      all.put(kind, sets.getOrDefault(kind, SortedIds.ofRising(new long[0])));
    }
    return new TombstoneIds(all, placesUpTo);
  }

  private TombstoneIds(Map<Reason.Kind, SortedIds> sets, long[] placesUpTo) {
    this.sets = sets;
    this.placesUpTo = placesUpTo;
    ofAnyKind = new IdFilter(sets.values().stream().mapToLong(SortedIds::size).sum());
    sets.values().forEach(set -> set.addTo(ofAnyKind));
  }

  /**
   * @param earlier the number of a list; ids that it had already are left out
   */
  static TombstoneIds of(Map<TombstoneGroup.Key, TombstoneGroup> groups, int earlier) {
    Map<Reason.Kind, SortedIds> sets = new EnumMap<>(Reason.Kind.class);
    for (Reason.Kind kind : Reason.Kind.values()) {
      LongStream ids = LongStream.empty();
      for (Map.Entry<TombstoneGroup.Key, TombstoneGroup> group : groups.entrySet()) {
        if (group.getKey().kind() == kind) {
          ids = LongStream.concat(ids, inForce(group.getValue(), earlier));
        }
      }
      sets.put(kind, SortedIds.of(ids.toArray()));
    }
    SortedIds users = sets.get(Reason.Kind.PLACES);
    long[] placesUpTo = new long[users.size()];
    Arrays.fill(placesUpTo, NO_PLACES);
    groups.forEach(
        (key, group) -> {
          if (key.kind() == Reason.Kind.PLACES) {
            for (int index = 0; index < group.size(); index++) {
              if (group.list(index) > earlier) {
                int at = users.indexOf(group.id(index));
                placesUpTo[at] = Math.max(placesUpTo[at], group.upTo(index));
              }
            }
          }
        });
    return new TombstoneIds(sets, placesUpTo);
  }

  private static LongStream inForce(TombstoneGroup group, int earlier) {
    LongStream.Builder ids = LongStream.builder();
    for (int index = 0; index < group.size(); index++) {
      if (group.list(index) > earlier) {
        ids.add(group.id(index));
      }
    }
    return ids.build();
  }

  @Override
  public boolean message(long id) {
    return contains(Reason.Kind.MESSAGE, id);
  }

  @Override
  public boolean stocktwitsUser(long id) {
    return contains(Reason.Kind.STOCKTWITS_USER, id);
  }

  @Override
  public boolean tweet(long id) {
    return contains(Reason.Kind.TWEET, id);
  }

  @Override
  public boolean twitterUser(long id) {
    return contains(Reason.Kind.TWITTER_USER, id);
  }

  @Override
  public long placesUpTo(long twitterUserId) {
    int user =
        ofAnyKind.mayContain(twitterUserId)
            ? sets.get(Reason.Kind.PLACES).indexOf(twitterUserId)
            : -1;
    return user < 0 ? NO_PLACES : placesUpTo[user];
  }

  @Override
  public boolean isEmpty() {
    return sets.values().stream().allMatch(set -> set.size() == 0);
  }

  @Override
  public boolean any(long id) {
    return ofAnyKind.mayContain(id) && ErasedIds.super.any(id);
  }

  @Override
  public long lastBefore(long id) {
    return sets.values().stream().mapToLong(set -> set.lastBefore(id)).max().orElse(Long.MIN_VALUE);
  }

  @Override
  public long firstAfter(long id) {
    return sets.values().stream().mapToLong(set -> set.firstAfter(id)).min().orElse(Long.MAX_VALUE);
  }

  /** Whether an id of the kind is in the range from {@code min} to {@code max}, both included. */
  public boolean touches(Reason.Kind kind, long min, long max) {
    return sets.get(kind).touches(min, max);
  }

  /** The ids of the kind in the range from {@code min} to {@code max}, both included. */
  public LongStream within(Reason.Kind kind, long min, long max) {
    return sets.get(kind).within(min, max);
  }

  /** Whether the id is in the set as one of this kind. */
  public boolean contains(Reason.Kind kind, long id) {
    return ofAnyKind.mayContain(id) && sets.get(kind).contains(id);
  }
}

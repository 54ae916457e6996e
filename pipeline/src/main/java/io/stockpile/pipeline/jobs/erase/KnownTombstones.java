package io.stockpile.pipeline.jobs.erase;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.erase.tombstones.Cause;
import io.stockpile.pipeline.erase.tombstones.TombstoneEvent;
import io.stockpile.pipeline.erase.tombstones.TombstoneIndex;
import io.stockpile.pipeline.erase.tombstones.TombstoneList;
import io.stockpile.pipeline.erase.tombstones.TombstoneReader;
import io.stockpile.pipeline.erase.tombstones.TombstoneStore;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.unit.SourceCatalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tombstones of an archive, including those that this run has read.
 *
 * @param held the index as the archive has it
 * @param before the list as the archive has it
 * @param list the list with the new events
 * @param units what is known of the units, including those that were read now
 */
record KnownTombstones(
    TombstoneStore.Held held,
    TombstoneList before,
    TombstoneList list,
    SortedMap<String, TombstoneIndex.Seen> units) {

  /** How many events are sorted at a time. */
  private static final int MOST_EVENTS = 1_000_000;

  KnownTombstones {
    units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
  }

  /**
   * Reads the events of units that were not read yet or were built again since. Changes nothing in
   * the archive.
   *
   * @param sources whose units the archive may hold
   * @param requested ids that the user asks to erase
   * @param also causes that are erased beside those that always are
   */
  static KnownTombstones read(
      ObjectStore store,
      SourceCatalog sources,
      List<ManifestStore.Entry.Readable> entries,
      List<TombstoneEvent> requested,
      Set<Cause> also)
      throws IOException {
    TombstoneStore tombstones = new TombstoneStore(store);
    TombstoneStore.Held held = tombstones.index();
    TombstoneList before = tombstones.list(held.index());
    TombstoneReader reader =
        new TombstoneReader(store, source -> sources.form(source).vocabulary());
    SortedMap<String, TombstoneIndex.Seen> units = new TreeMap<>();
    List<TombstoneEvent> events = new ArrayList<>(requested);
    TombstoneList list = before;
    for (ManifestStore.Entry.Readable entry : entries) {
      Manifest manifest = entry.manifest();
      String name = manifest.unit().name();
      TombstoneIndex.Seen seen = held.index().units().get(name);
      if (seen == null || !seen.isOf(manifest)) {
        events.addAll(reader.read(manifest));
        seen = TombstoneIndex.Seen.of(manifest, 0);
      }
      units.put(name, seen);
      if (events.size() >= MOST_EVENTS) {
        list = list.after(events, also);
        events.clear();
      }
    }
    return new KnownTombstones(held, before, list.after(events, also), units);
  }

  /** Whether the list includes the events of the unit in its present generation. */
  boolean isRead(Manifest manifest) {
    TombstoneIndex.Seen seen = units.get(manifest.unit().name());
    return seen != null && seen.isOf(manifest);
  }

  /** How many ids are to be erased that were not before, by kind. */
  SortedMap<String, Long> newIds() {
    return list.countsSince(before.number());
  }

  /** Ids that are not to be erased any more, by the word for their kind. */
  SortedMap<String, List<Long>> takenBack() {
    SortedMap<String, List<Long>> back = new TreeMap<>();
    list.takenBackSince(before).forEach((kind, ids) -> back.put(kind.label(), ids));
    return back;
  }
}

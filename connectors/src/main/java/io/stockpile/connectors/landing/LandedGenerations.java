package io.stockpile.connectors.landing;

import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The landed objects of a unit that comes as one object, when they were listed. Each landing gets a
 * key of its own, so that bytes that a manifest proves stay unchanged until another manifest
 * replaces it. Immutable.
 */
public final class LandedGenerations {
  private final ObjectStore store;
  private final String first;
  private final NavigableMap<Generation, StoredObject> objects;
  private final Set<String> notes;

  private LandedGenerations(
      ObjectStore store,
      String first,
      NavigableMap<Generation, StoredObject> objects,
      Set<String> notes) {
    this.store = store;
    this.first = first;
    this.objects = objects;
    this.notes = notes;
  }

  /**
   * Lists the landed objects of a unit.
   *
   * @param first the key of the first generation; objects with other endings count too
   */
  public static LandedGenerations find(ObjectStore store, String first) throws IOException {
    return of(store, first, store.list(Generation.prefixOf(first)));
  }

  /**
   * The result of an earlier listing, if it is still right. It looks up only one or two keys: if
   * the newest object is gone, or there is one under the key of the next, the objects are listed
   * again.
   *
   * @param first as for {@link #find}
   * @param seen all objects with the prefix of the unit, as the listing showed them
   */
  public static LandedGenerations confirm(ObjectStore store, String first, List<StoredObject> seen)
      throws IOException {
    LandedGenerations known = of(store, first, seen);
    Optional<StoredObject> newest = known.newest();
    boolean gone = newest.isPresent() && store.find(newest.get().key()).isEmpty();
    return gone || store.find(known.nextKey()).isPresent() ? find(store, first) : known;
  }

  /** The result of an earlier listing; see {@link #confirm}. */
  public static LandedGenerations of(ObjectStore store, String first, List<StoredObject> seen) {
    NavigableMap<Generation, StoredObject> objects = new TreeMap<>();
    Set<String> notes = new HashSet<>();
    for (StoredObject object : seen) {
      Generation.readAnyEnding(first, object.key())
          .ifPresent(generation -> objects.put(generation, object));
      LandedDoubts.about(object.key()).ifPresent(notes::add);
    }
    return new LandedGenerations(store, first, objects, notes);
  }

  /** The object that was landed last; empty when there is none. */
  public Optional<StoredObject> newest() {
    return objects.isEmpty() ? Optional.empty() : Optional.of(objects.lastEntry().getValue());
  }

  /** The key for the next landing, with the ending of the first generation's key. */
  public String nextKey() {
    return objects.isEmpty() ? first : objects.lastKey().next().ofKey(first);
  }

  /**
   * Whether there is a note of {@link LandedDoubts} for this key, even if the object itself does
   * not exist.
   */
  public boolean doubted(String key) {
    return notes.contains(key);
  }

  /** Removes all objects that were landed before this one, and their notes. */
  public void removeAllBefore(String key) throws IOException {
    Generation kept = Generation.readAnyEnding(first, key).orElseThrow();
    for (StoredObject object : objects.headMap(kept, false).values()) {
      store.delete(object.key());
    }
    for (String about : notes) {
      if (Generation.readAnyEnding(first, about)
          .filter(note -> note.compareTo(kept) < 0)
          .isPresent()) {
        LandedDoubts.remove(store, about);
      }
    }
  }
}

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
 * What lies in {@code _landing} of a unit that comes as one object, at the moment when it was
 * looked at. Whatever is landed gets a key of its own, so that bytes which a manifest proves stay
 * as they are until another manifest has taken its place. Immutable.
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
   * Looks.
   *
   * @param first the key of the first generation; what was landed under other endings counts too
   */
  public static LandedGenerations find(ObjectStore store, String first) throws IOException {
    return of(store, first, store.list(Generation.prefixOf(first)));
  }

  /**
   * What an earlier listing showed, as long as it holds: lists again where the newest object is
   * gone by now, or one has come where the next would lie. Asks for one or two keys otherwise,
   * however much lies beside them.
   *
   * @param first as for {@link #find}
   * @param seen all that the listing showed under the prefix of the unit
   */
  public static LandedGenerations confirm(ObjectStore store, String first, List<StoredObject> seen)
      throws IOException {
    LandedGenerations known = of(store, first, seen);
    Optional<StoredObject> newest = known.newest();
    boolean gone = newest.isPresent() && store.find(newest.get().key()).isEmpty();
    return gone || store.find(known.nextKey()).isPresent() ? find(store, first) : known;
  }

  /** What an earlier listing showed; see {@link #confirm}. */
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

  /** What was landed last; empty when nothing was. */
  public Optional<StoredObject> newest() {
    return objects.isEmpty() ? Optional.empty() : Optional.of(objects.lastEntry().getValue());
  }

  /** The key that what is landed next gets, with the ending that the first one's key has. */
  public String nextKey() {
    return objects.isEmpty() ? first : objects.lastKey().next().ofKey(first);
  }

  /** Whether a note of {@link LandedDoubts} lies beside it, or beside where it would lie. */
  public boolean doubted(String key) {
    return notes.contains(key);
  }

  /** Removes all that was landed before the object, and the notes beside it. */
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

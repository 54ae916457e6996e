package io.stockpile.pipeline.inventory;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.landing.LandedDoubts;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.unit.Source;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Lists what lies in an archive's {@code _landing}. */
public final class LandingArea {
  private static final String PREFIX = "_landing/";

  private final ObjectStore store;

  public LandingArea(ObjectStore store) {
    this.store = store;
  }

  /**
   * What was landed of a unit.
   *
   * @param bytes the size of all its objects as they are stored
   */
  public record Landed(ArchiveUnit unit, long bytes) {}

  /** What was landed of a series, ordered by time. Objects that belong to no unit are left out. */
  public List<Landed> units(Source source, String series) throws IOException {
    Map<ArchiveUnit, Long> bytes = new HashMap<>();
    for (StoredObject object : store.list(PREFIX + series + "/")) {
      source
          .unit(object.key())
          .filter(unit -> unit.series().equals(series))
          .ifPresent(unit -> bytes.merge(unit, object.bytes(), Long::sum));
    }
    return bytes.entrySet().stream()
        .map(entry -> new Landed(entry.getKey(), entry.getValue()))
        .sorted((one, other) -> UnitOrder.BY_TIME.compare(one.unit(), other.unit()))
        .toList();
  }

  /** Lists all objects of a series. */
  Objects objects(String series) throws IOException {
    NavigableMap<String, StoredObject> objects = new TreeMap<>();
    store.list(PREFIX + series + "/").forEach(object -> objects.put(object.key(), object));
    return new Objects(objects);
  }

  /** The landed objects of a series when they were listed. */
  static final class Objects {
    private final NavigableMap<String, StoredObject> byKey;

    private Objects(NavigableMap<String, StoredObject> byKey) {
      this.byKey = byKey;
    }

    /** All objects of a unit, including notes. */
    List<StoredObject> of(ArchiveUnit unit) {
      String prefix = unit.landingPrefix();
      return byKey.tailMap(prefix, true).values().stream()
          .takeWhile(object -> object.key().startsWith(prefix))
          .toList();
    }

    /**
     * Whether something was landed of a unit. An object that is marked to be requested again does
     * not count.
     */
    boolean holds(ArchiveUnit unit) {
      return of(unit).stream()
          .map(StoredObject::key)
          .filter(key -> LandedDoubts.about(key).isEmpty())
          .anyMatch(key -> !byKey.containsKey(LandedDoubts.note(key)));
    }
  }
}

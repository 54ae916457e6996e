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

/** The bytes that an archive has landed. */
public final class LandingArea {
  private static final String PREFIX = "_landing/";

  private final ObjectStore store;

  public LandingArea(ObjectStore store) {
    this.store = store;
  }

  /**
   * What was landed of a unit.
   *
   * @param bytes of all its objects, as they lie there
   */
  public record Landed(ArchiveUnit unit, long bytes) {}

  /** What was landed of a series, by time. Objects that belong to no unit are left out. */
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

  /** All objects of a series, as they are now. */
  Objects objects(String series) throws IOException {
    NavigableMap<String, StoredObject> objects = new TreeMap<>();
    store.list(PREFIX + series + "/").forEach(object -> objects.put(object.key(), object));
    return new Objects(objects);
  }

  /** The landed objects of a series at the moment when they were listed. */
  static final class Objects {
    private final NavigableMap<String, StoredObject> byKey;

    private Objects(NavigableMap<String, StoredObject> byKey) {
      this.byKey = byKey;
    }

    /** All that lies there of a unit, notes too. */
    List<StoredObject> of(ArchiveUnit unit) {
      String prefix = unit.landingPrefix();
      return byKey.tailMap(prefix, true).values().stream()
          .takeWhile(object -> object.key().startsWith(prefix))
          .toList();
    }

    /** Whether something was landed of a unit. What is to be asked for again does not count. */
    boolean holds(ArchiveUnit unit) {
      return of(unit).stream()
          .map(StoredObject::key)
          .filter(key -> LandedDoubts.about(key).isEmpty())
          .anyMatch(key -> !byKey.containsKey(LandedDoubts.note(key)));
    }
  }
}

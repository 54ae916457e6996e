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
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

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

  /**
   * Whether something was landed of a unit of the series, as it is now. What is to be asked for
   * again does not count.
   */
  Predicate<ArchiveUnit> holds(String series) throws IOException {
    TreeSet<String> keys = new TreeSet<>();
    store.list(PREFIX + series + "/").forEach(object -> keys.add(object.key()));
    for (String key : List.copyOf(keys)) {
      Optional<String> doubted = LandedDoubts.about(key);
      if (doubted.isPresent()) {
        keys.remove(key);
        keys.remove(doubted.get());
      }
    }
    return unit -> {
      String first = keys.ceiling(unit.landingPrefix());
      return first != null && first.startsWith(unit.landingPrefix());
    };
  }
}

package io.stockpile.pipeline.inventory;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.landing.LandedDoubts;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The bytes that an archive has landed. */
public final class LandingArea {
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

  /**
   * The names of the units of a series that something was landed of, but for what is to be asked
   * for again.
   */
  Set<String> names(String series) throws IOException {
    List<StoredObject> objects = store.list(UnitKeys.LANDING + series + "/");
    Set<String> doubted =
        objects.stream()
            .flatMap(object -> LandedDoubts.about(object.key()).stream())
            .collect(Collectors.toSet());
    return objects.stream()
        .filter(object -> !doubted.contains(object.key()))
        .flatMap(object -> UnitKeys.ofLanding(object.key()).stream())
        .map(ArchiveUnit::name)
        .collect(Collectors.toSet());
  }

  /** What was landed of a series, by time. Objects that no unit would name so are left out. */
  public List<Landed> units(String series) throws IOException {
    return below(UnitKeys.LANDING + series + "/");
  }

  /** The series of Replay that something was landed of. */
  public Set<String> replaySeries() throws IOException {
    return below(UnitKeys.LANDING + "replay/").stream()
        .map(landed -> landed.unit().series())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Landed> below(String prefix) throws IOException {
    Map<ArchiveUnit, Long> bytes = new HashMap<>();
    for (StoredObject object : store.list(prefix)) {
      Optional<ArchiveUnit> unit = UnitKeys.ofLanding(object.key());
      unit.ifPresent(found -> bytes.merge(found, object.bytes(), Long::sum));
    }
    return bytes.entrySet().stream()
        .map(entry -> new Landed(entry.getKey(), entry.getValue()))
        .sorted((one, other) -> UnitOrder.BY_TIME.compare(one.unit(), other.unit()))
        .toList();
  }
}

package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The bytes that an archive has landed from Firestream. */
final class LandingArea {
  private final ObjectStore store;

  LandingArea(ObjectStore store) {
    this.store = store;
  }

  /** The keys of the landed files of a type. */
  Set<String> keys(FileType type) throws IOException {
    Set<String> keys = new TreeSet<>();
    store.list("_landing/firestream/" + type.label() + "/").forEach(file -> keys.add(file.key()));
    return keys;
  }

  /** The units whose bytes are there, by day. Files that no unit would be named so are left out. */
  List<FirestreamUnit> units(FileType type) throws IOException {
    return keys(type).stream()
        .map(key -> unit(type, key))
        .flatMap(Optional::stream)
        .sorted(UnitOrder.BY_DAY)
        .toList();
  }

  private static Optional<FirestreamUnit> unit(FileType type, String key) {
    String name = key.substring(key.lastIndexOf('/') + 1);
    String label = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : "";
    return FirestreamUnit.ofLabel(type, label);
  }
}

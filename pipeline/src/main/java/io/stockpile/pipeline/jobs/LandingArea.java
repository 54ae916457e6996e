package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** A landed file and whose bytes it holds. */
  record Landed(FirestreamUnit unit, long bytes) {}

  /** The keys of the landed files of a type. */
  Set<String> keys(FileType type) throws IOException {
    Set<String> keys = new TreeSet<>();
    store.list(prefix(type)).forEach(file -> keys.add(file.key()));
    return keys;
  }

  /** The landed files, by day. Those that no unit would be named so are left out. */
  List<Landed> files(FileType type) throws IOException {
    List<Landed> files = new ArrayList<>();
    for (StoredObject file : store.list(prefix(type))) {
      unit(type, file.key()).ifPresent(unit -> files.add(new Landed(unit, file.bytes())));
    }
    files.sort(Comparator.comparing(Landed::unit, UnitOrder.BY_DAY));
    return List.copyOf(files);
  }

  private static String prefix(FileType type) {
    return "_landing/firestream/" + type.label() + "/";
  }

  private static Optional<FirestreamUnit> unit(FileType type, String key) {
    String name = key.substring(key.lastIndexOf('/') + 1);
    String label = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : "";
    return FirestreamUnit.ofLabel(type, label);
  }
}

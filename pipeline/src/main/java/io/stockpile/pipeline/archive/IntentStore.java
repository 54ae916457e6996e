package io.stockpile.pipeline.archive;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commits of an archive that are under way. */
final class IntentStore {
  private static final String PREFIX = "_commits/";

  private final ObjectStore store;

  IntentStore(ObjectStore store) {
    this.store = store;
  }

  /** An intent with the version at which it was read or written. */
  record Entry(CommitIntent intent, String version) {}

  private static String key(String unit) {
    return PREFIX + unit + ".json";
  }

  Optional<Entry> find(String unit) throws IOException {
    return load(key(unit));
  }

  private Optional<Entry> load(String key) throws IOException {
    Optional<Versioned> found = store.readVersioned(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CommitIntent intent = CommitIntent.fromJson(key, found.get().content());
    return Optional.of(new Entry(intent, found.get().version()));
  }

  /** All there are. */
  List<Entry> all() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (StoredObject object : store.list(PREFIX)) {
      load(object.key()).ifPresent(entries::add);
    }
    return List.copyOf(entries);
  }

  /** Those of the same series that have an instant in common with the range. */
  List<Entry> overlapping(UnitCoverage range) throws IOException {
    String prefix = PREFIX + range.source() + "-" + range.type() + "-";
    List<Entry> entries = new ArrayList<>();
    for (StoredObject object : store.list(prefix)) {
      load(object.key())
          .filter(entry -> entry.intent().unit().overlaps(range))
          .ifPresent(entries::add);
    }
    return List.copyOf(entries);
  }

  /** The names of other units that are being committed and have an instant in common with it. */
  List<String> committing(UnitCoverage unit) throws IOException {
    return overlapping(unit).stream()
        .map(Entry::intent)
        .filter(intent -> intent.state() != CommitIntent.State.DROPPED)
        .map(intent -> intent.unit().name())
        .filter(name -> !name.equals(unit.name()))
        .toList();
  }

  /**
   * Writes the first intent of a unit.
   *
   * @throws io.stockpile.connectors.store.PreconditionFailedException when there is one
   */
  Entry create(CommitIntent intent) throws IOException {
    return new Entry(intent, store.putIfAbsent(key(intent.unit().name()), intent.toJson()));
  }

  /**
   * Takes the place of an intent that is still as it was read.
   *
   * @throws io.stockpile.connectors.store.PreconditionFailedException when it is not
   */
  Entry replace(Entry former, CommitIntent intent) throws IOException {
    String key = key(intent.unit().name());
    return new Entry(intent, store.putIfUnchanged(key, intent.toJson(), former.version()));
  }

  /** Whether nobody has changed or removed it since it was read. */
  boolean stands(Entry entry) throws IOException {
    return store
        .readVersioned(key(entry.intent().unit().name()))
        .filter(now -> now.version().equals(entry.version()))
        .isPresent();
  }

  /** Removes an intent that is still as it was read; leaves any other alone. */
  void remove(Entry entry) throws IOException {
    if (stands(entry)) {
      store.delete(key(entry.intent().unit().name()));
    }
  }
}

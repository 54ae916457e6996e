package io.stockpile.pipeline.run.workers;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import io.stockpile.pipeline.unit.UnitOutcome;
import java.io.IOException;
import java.util.Optional;

/**
 * The files by which workers in other processes tell the driver of a run how each unit ended, one
 * for each unit.
 */
public final class OutcomeFiles {
  private final ObjectStore store;
  private final String prefix;

  public OutcomeFiles(ObjectStore store, String run) {
    this.store = store;
    this.prefix = "_runs/" + run + "/";
  }

  private String key(ArchiveUnit unit) {
    return prefix + unit.name() + ".json";
  }

  /**
   * Writes an outcome. If a bundle is repeated, its outcome replaces the former one, except that
   * "already held" does not replace "committed": the unit is held because the first attempt
   * committed it.
   */
  void write(UnitOutcome outcome) throws IOException {
    String key = key(outcome.unit());
    byte[] json = outcome.toJson();
    try {
      store.putIfAbsent(key, json);
    } catch (PreconditionFailedException e) {
      Optional<Versioned> former = store.readVersioned(key);
      if (former.isPresent() && !tellsLess(outcome, former.get(), key)) {
        store.putIfUnchanged(key, json, former.get().version());
      }
    }
  }

  private static boolean tellsLess(UnitOutcome outcome, Versioned former, String key)
      throws IOException {
    return outcome instanceof UnitOutcome.AlreadyHeld
        && UnitOutcome.fromJson(outcome.unit(), key, former.content())
            instanceof UnitOutcome.Committed;
  }

  public Optional<UnitOutcome> read(ArchiveUnit unit) throws IOException {
    Optional<Versioned> found = store.readVersioned(key(unit));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(UnitOutcome.fromJson(unit, key(unit), found.get().content()));
  }

  /** How many units have an outcome. */
  public long count() throws IOException {
    return store.list(prefix).size();
  }

  public void deleteAll() throws IOException {
    for (StoredObject object : store.list(prefix)) {
      store.delete(object.key());
    }
  }
}

package io.stockpile.pipeline.inventory;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.pipeline.manifest.ManifestStore;
import java.util.Optional;

/** Whose an object of an archive is, by its key alone. */
public final class UnitKeys {
  /** All landed bytes lie below it. */
  static final String LANDING = "_landing/";

  private UnitKeys() {}

  /** The unit that a manifest's key speaks of, if any. */
  public static Optional<ArchiveUnit> ofManifest(String key) {
    return of(ManifestStore.PREFIX, ".json", key);
  }

  /** The unit whose bytes a key of the landing area holds, or some of them, if any. */
  static Optional<ArchiveUnit> ofLanding(String key) {
    return of(LANDING, ".gz", key);
  }

  private static Optional<ArchiveUnit> of(String root, String ending, String key) {
    for (FileType type : FileType.values()) {
      String prefix = root + FirestreamUnit.series(type) + "/";
      if (key.startsWith(prefix) && key.endsWith(ending)) {
        String label = key.substring(prefix.length(), key.length() - ending.length());
        return FirestreamUnit.ofLabel(type, label).map(unit -> unit);
      }
    }
    return key.startsWith(root) ? ReplayUnit.ofKey(key).map(unit -> unit) : Optional.empty();
  }
}

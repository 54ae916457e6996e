package io.stockpile.pipeline.archive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Writes down that the service does not have a unit. A unit that the archive holds complete stays
 * as it is. Thread-safe as far as its store is.
 */
public final class AbsenceRecorder {
  private static final int PATIENCE = 10;

  private final ObjectStore store;
  private final ManifestStore manifests;
  private final Clock clock;

  public AbsenceRecorder(ObjectStore store, Clock clock) {
    this.store = store;
    this.manifests = new ManifestStore(store);
    this.clock = clock;
  }

  /**
   * Records one more answer of the service that it does not have the unit.
   *
   * @param message what the service said
   * @return the unit's manifest as it is now: of the absence, or the complete one that was left
   *     alone
   */
  public Manifest record(ArchiveUnit unit, String message, int schemaVersion, String productVersion)
      throws IOException {
    for (int round = 0; ; round++) {
      Optional<ManifestStore.Entry.Readable> former = manifests.load(unit.manifestKey());
      if (former.isPresent() && former.get().manifest().derived().isPresent()) {
        return former.get().manifest();
      }
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      ManifestContent.Absent absence =
          former
              .flatMap(entry -> entry.manifest().absent())
              .map(absent -> absent.seenAgain(now, message))
              .orElseGet(() -> new ManifestContent.Absent(now, now, 1, message));
      Manifest manifest =
          new Manifest(UnitCoverage.of(unit), schemaVersion, productVersion, now, absence);
      try {
        if (former.isPresent()) {
          store.putIfUnchanged(unit.manifestKey(), manifest.toJson(), former.get().version());
        } else {
          store.putIfAbsent(unit.manifestKey(), manifest.toJson());
        }
        return manifest;
      } catch (PreconditionFailedException e) {
        if (round == PATIENCE) {
          throw e;
        }
      }
    }
  }
}

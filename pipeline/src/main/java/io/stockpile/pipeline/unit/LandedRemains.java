package io.stockpile.pipeline.unit;

import io.stockpile.connectors.Generation;
import io.stockpile.connectors.landing.LandedGenerations;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.text.Failures;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Objects in {@code _landing} that are of no use once a newer one of the same unit was committed:
 * those of runs that were stopped, and the notes beside them. Only for units that are landed as one
 * object.
 */
public final class LandedRemains {
  private static final Logger LOG = LoggerFactory.getLogger(LandedRemains.class);

  private LandedRemains() {}

  /**
   * Removes them. A failure is not reported, because an object that stays does no harm but takes
   * room.
   *
   * @param firstKey the key of the unit's first generation
   * @param seen what {@code _landing} held of the unit before the committed object was landed
   * @param manifest the manifest that was committed
   */
  public static void remove(
      ObjectStore store, String firstKey, List<StoredObject> seen, Manifest manifest) {
    Optional<String> kept =
        manifest.derived().map(ManifestContent.Derived::landedPaths).stream()
            .flatMap(paths -> paths.stream().findFirst().stream())
            .findFirst();
    if (kept.flatMap(key -> Generation.readAnyEnding(firstKey, key))
        .orElse(Generation.FIRST)
        .equals(Generation.FIRST)) {
      return;
    }
    try {
      LandedGenerations.of(store, firstKey, seen).removeAllBefore(kept.orElseThrow());
    } catch (IOException e) {
      LOG.warn(
          "{} is committed, but what was landed before it could not be removed; the next"
              + " replacement does it: {}",
          kept.orElseThrow(),
          Failures.inOneLine(e));
    }
  }
}

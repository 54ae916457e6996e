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
 * What is left in {@code _landing} of a unit that comes as one object, when something newer was
 * landed and committed: objects of runs that were stopped, and the notes beside them.
 */
public final class LandedRemains {
  private static final Logger LOG = LoggerFactory.getLogger(LandedRemains.class);

  private LandedRemains() {}

  /**
   * Removes them. Reports no failure: what stays takes room and nothing else.
   *
   * @param firstKey the key of the first generation
   * @param seen all that lay there of the unit before this was landed
   * @param manifest the one that was committed
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

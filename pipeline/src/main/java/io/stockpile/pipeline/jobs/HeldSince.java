package io.stockpile.pipeline.jobs;

import io.stockpile.pipeline.archive.ManifestStore;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether another run committed a unit after this one had planned it. */
final class HeldSince {
  private static final Logger LOG = LoggerFactory.getLogger(HeldSince.class);

  private HeldSince() {}

  /** False, too, when the manifest cannot be read now. */
  static boolean planned(ManifestStore manifests, UnitWork work) {
    try {
      return manifests
          .find(work.unit().manifestKey())
          .filter(ManifestStore.Entry.Readable.class::isInstance)
          .map(ManifestStore.Entry.Readable.class::cast)
          .filter(entry -> entry.manifest().derived().isPresent())
          .filter(entry -> !entry.version().equals(work.seen()))
          .isPresent();
    } catch (IOException e) {
      LOG.debug("{}: its manifest cannot be read now", work.unit().name(), e);
      return false;
    }
  }
}

package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestStore;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether another run committed a unit after this one had planned it. */
public final class CommittedMeanwhile {
  private static final Logger LOG = LoggerFactory.getLogger(CommittedMeanwhile.class);

  private static final String MEANTIME = "another run committed it in the meantime";

  private CommittedMeanwhile() {}

  /**
   * How the unit ended if another run committed it since the work was planned. Empty if none did,
   * and also when its manifest cannot be read now.
   */
  public static Optional<UnitOutcome> planned(ManifestStore manifests, UnitWork work) {
    try {
      return manifests
          .find(work.unit().manifestKey())
          .filter(ManifestStore.Entry.Readable.class::isInstance)
          .map(ManifestStore.Entry.Readable.class::cast)
          .filter(entry -> entry.manifest().derived().isPresent())
          .filter(entry -> !entry.version().equals(work.seen()))
          .map(entry -> outcome(work.unit(), entry.manifest()));
    } catch (IOException e) {
      LOG.debug("{}: its manifest cannot be read now", work.unit().name(), e);
      return Optional.empty();
    }
  }

  /** The outcome of a unit that another run committed. */
  static UnitOutcome outcome(ArchiveUnit unit, Manifest manifest) {
    return manifest.isComplete()
        ? new UnitOutcome.AlreadyHeld(unit, MEANTIME)
        : new UnitOutcome.IncompleteUnit(
            unit,
            DerivedSummary.NOTHING,
            unit.name()
                + ": "
                + MEANTIME
                + ", and minutes are missing; the same command asks for them.");
  }
}

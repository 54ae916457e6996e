package io.stockpile.pipeline.unit;

import io.stockpile.pipeline.build.BuildAlong;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the bytes of a source's units into the landing area, on a worker. Thread-safe; units with
 * the same {@link UnitWork#budget} are landed one after the other, in the order of the job.
 */
public interface UnitLander extends Closeable {

  /**
   * Prefixes of the keys that the work lands bytes under. Before landing, what earlier runs left
   * staged below them is discarded.
   */
  Set<String> landingKeys(UnitWork work);

  /**
   * Lands the unit's bytes.
   *
   * @param held the unit's manifest; empty when the archive holds nothing of the unit
   * @param along offers to build the unit's tables while its bytes are landed; the lander may
   *     ignore it
   * @throws IOException when the archive fails; the unit then has failed, and other units go on
   */
  LandingResult land(UnitWork work, Optional<Manifest> held, BuildAlong along)
      throws IOException, InterruptedException;

  /**
   * Called when a manifest was committed. Removes landed objects that are not needed any more.
   * Failures are not reported.
   */
  default void committed(UnitWork work, Manifest manifest) {}

  /**
   * Called when too many of the landed lines were rejected. Makes sure that the next run can land
   * other bytes in their place.
   *
   * @param counts the counts of their lines
   * @return what the user can do, as the end of a sentence
   */
  String withdraw(UnitWork work, LineCounts counts);

  /** The command that brings in a damaged unit again, as the end of a sentence. */
  String againWith();

  /**
   * Makes a lander on a worker. It is serialised with the job, so it holds settings but no secret.
   */
  interface Factory extends Serializable {

    /** Opens a lander. The worker closes it; the lander must not close what is in the context. */
    UnitLander open(LanderContext context) throws IOException;

    /** How many units a worker may land at a time; units that are being derived do not count. */
    default int landings() {
      return 2;
    }

    /**
     * A sentence that is printed once when the service does not have some units; empty for none.
     */
    default String aboutAbsent() {
      return "";
    }
  }
}

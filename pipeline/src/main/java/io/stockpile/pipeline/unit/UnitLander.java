package io.stockpile.pipeline.unit;

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
   * With what the keys begin that the work lands bytes under in one step. What an earlier run left
   * staged for them is thrown away before.
   */
  Set<String> landingKeys(UnitWork work);

  /**
   * Lands what the work asks for.
   *
   * @param held the manifest of what the archive holds of the unit; empty when it holds nothing
   * @throws IOException when the archive fails; the unit has failed then, and others go on
   */
  LandingResult land(UnitWork work, Optional<Manifest> held)
      throws IOException, InterruptedException;

  /** Removes landed bytes that a manifest has just made needless. Reports no failure. */
  default void committed(UnitWork work, Manifest manifest) {}

  /**
   * Sees to it that landed bytes that turned out not to be what they should be do not stand in the
   * way of better ones.
   *
   * @param counts how many of their lines were rejected
   * @return what a user can do then, as the end of a sentence
   */
  String withdraw(UnitWork work, LineCounts counts);

  /** The command that brings a damaged unit in again, as the end of a sentence. */
  String againWith();

  /** Makes a lander on a worker. Holds settings and no secret; it travels with the job. */
  interface Factory extends Serializable {

    /** Opens a lander; the worker closes it. It does not close what the context holds. */
    UnitLander open(LanderContext context) throws IOException;

    /** How many units may be landed at a time on a worker, beside those that are derived there. */
    default int landings() {
      return 2;
    }

    /** What people are told once about units that the service does not have; empty for nothing. */
    default String aboutAbsent() {
      return "";
    }
  }
}

package io.stockpile.pipeline.unit;

import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** How the bytes of a source's units come into the landing area. Thread-safe. */
public interface UnitSource extends Closeable {

  /** The keys that a unit's bytes are landed under by work that lands them in one step. */
  Set<String> landingKeys(UnitWork work);

  /**
   * Brings what the work asks for into the landing area.
   *
   * @param held the manifest of what the archive holds of the unit; empty when it holds nothing
   */
  Brought bring(UnitWork work, Optional<Manifest> held) throws IOException, InterruptedException;

  /** Clears away what a manifest has just replaced. */
  void committed(UnitWork work, Manifest manifest);

  /**
   * Sees to it that landed bytes that turned out not to be what they should be do not stand in the
   * way of better ones, and says what a user can do.
   *
   * @param counts what became of their lines
   */
  String withdrawn(UnitWork work, LineCounts counts);

  /** The command that brings a damaged unit in again. */
  String againWith();
}

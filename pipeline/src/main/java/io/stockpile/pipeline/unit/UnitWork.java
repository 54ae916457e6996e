package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.ManifestContent;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * The work on one unit.
 *
 * @param seen the version of the unit's manifest when the work was planned; empty when there was
 *     none
 * @param alone whether the run, when it looked at the series, found no other unit that covers some
 *     of the same time
 * @param landed for a unit that comes as one object: the objects of the unit in the landing area
 *     when the work was planned; they are listed again when something else is found there
 * @param from where the unit's bytes come from
 */
public record UnitWork(
    ArchiveUnit unit, String seen, boolean alone, List<StoredObject> landed, From from)
    implements Serializable {
  public UnitWork {
    landed = List.copyOf(landed);
  }

  /** A work for which nothing was looked up in advance. */
  public UnitWork(ArchiveUnit unit, String seen, From from) {
    this(unit, seen, false, List.of(), from);
  }

  /** Where a unit's bytes come from. */
  public sealed interface From extends Serializable {

    /**
     * From the service: what was not landed yet.
     *
     * @param afresh whether everything is requested again, even what was landed before
     */
    record Service(boolean afresh) implements From {}

    /**
     * From a file of the user.
     *
     * @param location the directory or store that contains the file
     * @param name the file's name for messages, as the user gave it
     */
    record UserFile(StoreLocation location, String key, String name) implements From {}

    /**
     * From the landing area.
     *
     * @param known landed objects that a manifest proves; they must be found unchanged
     */
    record Landed(List<LandedInput> known) implements From {
      public Landed {
        known = List.copyOf(known);
      }

      /**
       * For a unit that is built again.
       *
       * @param held what the archive holds of the unit; empty when its tables were never built
       */
      public static Landed of(Optional<ManifestContent.Derived> held) {
        return new Landed(
            held.map(derived -> derived.landed().stream().map(LandedInput::of).toList())
                .orElse(List.of()));
      }
    }
  }

  /**
   * The budget of requests that landing the unit counts against; empty when no request is needed.
   */
  public Optional<String> budget() {
    return from instanceof From.Service ? unit.budget() : Optional.empty();
  }
}

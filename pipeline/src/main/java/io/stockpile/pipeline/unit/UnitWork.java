package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.lines.LandedInput;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done with one unit.
 *
 * @param seen the version of the unit's manifest when this was planned; empty when there was none
 * @param alone whether the run's look at the series has found nothing in the way of it
 * @param landed what lay in the landing area of a unit that comes as one object when this was
 *     planned; looked at again where something else is found there
 * @param from where its bytes come from
 */
public record UnitWork(
    ArchiveUnit unit, String seen, boolean alone, List<StoredObject> landed, From from)
    implements Serializable {
  public UnitWork {
    landed = List.copyOf(landed);
  }

  /** A work that nothing was looked up for. */
  public UnitWork(ArchiveUnit unit, String seen, From from) {
    this(unit, seen, false, List.of(), from);
  }

  /** Where a unit's bytes come from. */
  public sealed interface From extends Serializable {

    /**
     * From the service: what is not landed yet.
     *
     * @param afresh whether everything is asked for again, whatever was landed before
     */
    record Service(boolean afresh) implements From {}

    /**
     * From a file of the user's.
     *
     * @param location the directory, or the store, that it lies in
     * @param name as the user knows it
     */
    record UserFile(StoreLocation location, String key, String name) implements From {}

    /**
     * From the landing area.
     *
     * @param known landed objects that a manifest proves; must be found as they were
     */
    record Landed(List<LandedInput> known) implements From {
      public Landed {
        known = List.copyOf(known);
      }
    }
  }

  /** The budget of requests that landing it spends; empty when no service is asked. */
  public Optional<String> budget() {
    return from instanceof From.Service ? unit.budget() : Optional.empty();
  }
}

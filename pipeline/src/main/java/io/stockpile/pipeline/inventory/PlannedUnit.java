package io.stockpile.pipeline.inventory;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.archive.Ledger;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import java.util.List;
import java.util.Optional;

/**
 * A unit that a job was asked for, and what is to become of it.
 *
 * @param state what the archive held of it
 * @param landed whether its bytes lie in the landing area
 * @param objects what lies there of a unit that comes as one object
 * @param seen the version of its manifest; empty when there is none
 * @param settled how it ended before any work; empty when there is work to do
 */
public record PlannedUnit(
    ArchiveUnit unit,
    Ledger.State state,
    boolean landed,
    List<StoredObject> objects,
    String seen,
    Optional<UnitOutcome> settled) {
  public PlannedUnit {
    objects = List.copyOf(objects);
  }

  /** Whether it is held, but from bytes whose length nothing vouches for. */
  public boolean lengthUndeclared() {
    return state instanceof Ledger.State.Held held && held.manifest().lengthUndeclared();
  }

  /**
   * The unit's work.
   *
   * @param alone whether nothing was found in the way of it
   */
  public UnitWork work(boolean alone, UnitWork.From from) {
    return new UnitWork(unit, seen, alone, objects, from);
  }
}

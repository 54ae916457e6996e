package io.stockpile.pipeline.inventory;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.archive.Ledger;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import java.util.List;
import java.util.Optional;

/**
 * A unit that a job was asked for, with what the archive holds of it.
 *
 * @param state the state of the unit in the archive
 * @param landed whether its bytes are in the landing area
 * @param objects for a unit that comes as one object: its objects in the landing area
 * @param seen the version of its manifest; empty when there is none
 * @param settled the outcome of a unit that needs no work; empty when there is work to do
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

  /** Whether it is held, but was landed without a length from the service to check it against. */
  public boolean lengthUndeclared() {
    return state instanceof Ledger.State.Held held && held.manifest().lengthUndeclared();
  }

  /** The unit's bytes from the landing area, for work that builds it again. */
  public UnitWork.From fromLanded() {
    return UnitWork.From.Landed.of(
        state instanceof Ledger.State.Held held ? held.manifest().derived() : Optional.empty());
  }

  /**
   * The work on the unit.
   *
   * @param alone whether no other unit was found that covers some of the same time
   */
  public UnitWork work(boolean alone, UnitWork.From from) {
    return new UnitWork(unit, seen, alone, objects, from);
  }
}

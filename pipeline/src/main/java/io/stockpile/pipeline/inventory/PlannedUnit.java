package io.stockpile.pipeline.inventory;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.archive.Ledger;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import java.util.Optional;

/**
 * A unit that a job was asked for, and what is to become of it.
 *
 * @param state what the archive held of it
 * @param landed whether its bytes lie in the landing area
 * @param seen the version of its manifest; empty when there is none
 * @param settled how it ended before any work; empty when there is work to do
 */
public record PlannedUnit(
    ArchiveUnit unit,
    Ledger.State state,
    boolean landed,
    String seen,
    Optional<UnitOutcome> settled) {

  /** Whether it is held, but from bytes whose length nothing vouches for. */
  public boolean lengthUndeclared() {
    return state instanceof Ledger.State.Held held && held.manifest().lengthUndeclared();
  }

  /** The unit's work. */
  public UnitWork work(UnitWork.From from) {
    return new UnitWork(unit, seen, from);
  }
}

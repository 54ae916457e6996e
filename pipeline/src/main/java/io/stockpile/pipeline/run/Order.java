package io.stockpile.pipeline.run;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.unit.UnitLander;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a command wants done: which units, where their bytes come from, and what that costs. */
public interface Order {

  /** The name of the command. */
  String command();

  /** What was asked for, as the beginning of a sentence in messages. */
  String asked();

  /**
   * The units that were asked for. Changes nothing.
   *
   * @throws UsageException when the arguments do not name valid units
   */
  List<? extends ArchiveUnit> units(ObjectStore store) throws IOException, UsageException;

  /** Whether to work on a unit, given what the archive holds of it. */
  default boolean concerns(PlannedUnit unit) {
    return true;
  }

  /**
   * Whether a held unit is up to date. One that is not is built again even where held units are
   * skipped.
   */
  default boolean isCurrent(Manifest held) {
    return !held.lengthUndeclared();
  }

  /** Whether a unit is committed only if something was erased from it. */
  default boolean onlyErased() {
    return false;
  }

  /**
   * The message when there is no unit.
   *
   * @param root the archive's location as the user wrote it
   */
  default String nothing(String root) {
    return asked() + " in " + root + ": there is nothing to do.";
  }

  /** Is told how every unit ended, before the summary is printed. */
  default void ended(List<UnitOutcome> outcomes) {}

  /** Where the bytes of a unit come from. */
  UnitWork.From from(PlannedUnit unit);

  /**
   * The factories of the landers that bring the bytes in on a worker, by the names of the sources.
   */
  Map<String, UnitLander.Factory> landers();

  /** The requests that the run will make, as far as they can be known before. */
  default Forecast forecast(List<PlannedUnit> planned, ObjectStore store) throws IOException {
    return Forecast.NOTHING;
  }
}

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

/**
 * What a command asks of the archive: which units, where their bytes come from, and at what cost.
 */
public interface Order {

  /** The command's word. */
  String command();

  /** What was asked for, for people; the beginning of a sentence. */
  String asked();

  /**
   * The units that were asked for. Changes nothing.
   *
   * @throws UsageException when they cannot be told from what was asked
   */
  List<? extends ArchiveUnit> units(ObjectStore store) throws IOException, UsageException;

  /**
   * Whether a unit is to be worked on at all, now that it is known what the archive holds of it.
   */
  default boolean concerns(PlannedUnit unit) {
    return true;
  }

  /**
   * Whether a unit that is held is as it should be. One that is not is done again even where held
   * units are to be skipped.
   */
  default boolean isCurrent(Manifest held) {
    return !held.lengthUndeclared();
  }

  /** Whether a unit is committed only when something is taken out of it that is to be gone. */
  default boolean onlyErased() {
    return false;
  }

  /**
   * What people are told when there is no unit.
   *
   * @param root of the archive, as the user wrote it
   */
  default String nothing(String root) {
    return asked() + " in " + root + ": there is nothing to do.";
  }

  /** Hears how every unit ended, before people are told. */
  default void ended(List<UnitOutcome> outcomes) {}

  /** Where the bytes of a unit come from. */
  UnitWork.From from(PlannedUnit unit);

  /** What brings them in on a worker, by the names of the units' sources. */
  Map<String, UnitLander.Factory> landers();

  /** What is going to be asked of a service, as far as it can be known before. */
  default Forecast forecast(List<PlannedUnit> planned, ObjectStore store) throws IOException {
    return Forecast.NOTHING;
  }
}

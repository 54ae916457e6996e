package io.stockpile.pipeline.jobs.erase;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.run.Order;
import io.stockpile.pipeline.unit.SourceCatalog;
import io.stockpile.pipeline.unit.UnitLander;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import java.util.List;
import java.util.Map;

/** The units that contain an id to erase; they are built again from what was landed. */
final class EraseOrder implements Order {
  private final List<ArchiveUnit> units;
  private final SourceCatalog sources;
  private List<UnitOutcome> outcomes = List.of();

  EraseOrder(List<ArchiveUnit> units, SourceCatalog sources) {
    this.units = List.copyOf(units);
    this.sources = sources;
  }

  @Override
  public String command() {
    return "erase";
  }

  @Override
  public String asked() {
    return "What holds something that is to be gone";
  }

  @Override
  public String nothing(String root) {
    return "No unit in " + root + " holds anything that is to be gone.";
  }

  @Override
  public List<ArchiveUnit> units(ObjectStore store) {
    return units;
  }

  @Override
  public boolean onlyErased() {
    return true;
  }

  @Override
  public UnitWork.From from(PlannedUnit planned) {
    return planned.fromLanded();
  }

  @Override
  public Map<String, UnitLander.Factory> landers() {
    return sources.landed();
  }

  @Override
  public void ended(List<UnitOutcome> all) {
    outcomes = List.copyOf(all);
  }

  /** How each unit ended; empty before the run has ended. */
  List<UnitOutcome> outcomes() {
    return outcomes;
  }
}

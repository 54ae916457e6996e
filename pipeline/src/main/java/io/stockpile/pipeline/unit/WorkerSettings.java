package io.stockpile.pipeline.unit;

import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import java.io.Serializable;
import java.util.Map;

/**
 * All that a worker needs to work on units. Holds no secret.
 *
 * @param run the name of the run, unlike any other's
 * @param derivations how many units may be derived at a time in one JVM
 * @param onlyErased whether a unit is committed only when something is taken out of it
 * @param leavesFormer whether replaced files stay until the tables are published
 * @param landers how bytes come in, by the names of the sources
 */
public record WorkerSettings(
    StoreLocation output,
    DeriveSettings derive,
    String run,
    int derivations,
    boolean onlyErased,
    boolean leavesFormer,
    Map<String, UnitLander.Factory> landers)
    implements Serializable {

  public WorkerSettings {
    landers = Map.copyOf(landers);
  }

  /** How many units may be landed at a time on a worker. */
  public int landings() {
    return landers.values().stream().mapToInt(UnitLander.Factory::landings).max().orElse(1);
  }

  /** What people are told once about absent units of a source; empty for nothing. */
  public String aboutAbsent(String source) {
    UnitLander.Factory lander = landers.get(source);
    return lander == null ? "" : lander.aboutAbsent();
  }
}

package io.stockpile.pipeline.unit;

import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import java.io.Serializable;
import java.util.Map;

/**
 * Everything that a worker needs to work on units. Holds no secret.
 *
 * @param run the name of the run; no other run has the same
 * @param derivations how many units may be derived at a time in one JVM
 * @param onlyErased whether a unit is committed only if something was erased from it
 * @param leavesFormer whether replaced files stay until the tables are published
 * @param landers makes the landers, by the names of the sources
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

  /** How many units a worker may land at a time. */
  public int landings() {
    return landers.values().stream().mapToInt(UnitLander.Factory::landings).max().orElse(1);
  }

  /** A sentence that is printed once when units of the source are absent; empty for none. */
  public String aboutAbsent(String source) {
    UnitLander.Factory lander = landers.get(source);
    return lander == null ? "" : lander.aboutAbsent();
  }
}

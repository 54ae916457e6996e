package io.stockpile.pipeline.jobs.erase;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.erase.tombstones.LostTombstonesException;
import io.stockpile.pipeline.erase.tombstones.TombstoneStore;
import io.stockpile.pipeline.text.HumanText;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of {@code erase} whose ledger says that it began and not that it ended: it goes on, was
 * killed, or handed its job over to a cluster.
 *
 * @param units how many units it planned to change
 */
record BegunErasure(String run, Instant startedAt, int units) {
  /**
   * All of an archive.
   *
   * @throws LostTombstonesException when the archive does not say any more which there are
   */
  static List<BegunErasure> in(ObjectStore store) throws IOException {
    List<BegunErasure> begun = new ArrayList<>();
    for (String run : new TombstoneStore(store).index().index().open()) {
      EraseLedger.readBegun(store, run)
          .map(EraseLedger.Held::ledger)
          .map(ledger -> new BegunErasure(run, ledger.startedAt(), ledger.units().size()))
          .ifPresent(begun::add);
    }
    return begun;
  }

  /** What a user is told of it. */
  String told() {
    return "erase began at "
        + startedAt
        + " to take something out of "
        + HumanText.count(units, "unit")
        + " and has not said how it ended. If it does not run any more, run erase again: it does"
        + " what is left and ends _erasures/"
        + run
        + ".json.";
  }
}

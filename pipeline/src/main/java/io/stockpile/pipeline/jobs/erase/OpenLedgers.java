package io.stockpile.pipeline.jobs.erase;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.pipeline.erase.tombstones.TombstoneIndex;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends the ledgers of runs that did not do it themselves: they were killed, or handed their job
 * over to a cluster. The manifests say how their units ended, but not how much was erased for each
 * reason.
 */
final class OpenLedgers {
  private final ObjectStore store;
  private final Map<String, String> manifestKeys;
  private final Map<String, TombstoneIndex.Seen> seen;

  /**
   * @param manifestKeys the keys of the manifests of all units, by the unit's name
   * @param seen for each unit, up to which list it is known to contain none of the ids
   */
  OpenLedgers(
      ObjectStore store, Map<String, String> manifestKeys, Map<String, TombstoneIndex.Seen> seen) {
    this.store = store;
    this.manifestKeys = Map.copyOf(manifestKeys);
    this.seen = Map.copyOf(seen);
  }

  /**
   * Writes the end of each ledger whose units are all done.
   *
   * @param open the runs in question
   * @param by the run that does this
   * @return the runs whose ledger is still open
   */
  List<String> end(List<String> open, String by, Instant now) throws IOException {
    List<String> left = new ArrayList<>();
    for (String run : open) {
      Optional<EraseLedger.Held> held = EraseLedger.readBegun(store, run);
      if (held.isPresent() && !end(held.get(), by, now)) {
        left.add(run);
      }
    }
    return List.copyOf(left);
  }

  private boolean end(EraseLedger.Held held, String by, Instant now) throws IOException {
    List<EraseLedger.Unit> units = new ArrayList<>();
    for (EraseLedger.Unit unit : held.ledger().units()) {
      Optional<EraseLedger.Unit> ended = ended(unit, held.ledger().list());
      if (ended.isEmpty()) {
        return false;
      }
      units.add(ended.get());
    }
    try {
      held.ledger().endedBy(by, now, units).write(store, held.version());
      return true;
    } catch (PreconditionFailedException e) {
      // The ledger's own run, or a third one, has written it meanwhile.
      return false;
    }
  }

  private Optional<EraseLedger.Unit> ended(EraseLedger.Unit planned, int list) throws IOException {
    String key = manifestKeys.getOrDefault(planned.unit(), "");
    Optional<Manifest> manifest =
        key.isEmpty()
            ? Optional.empty()
            : new ManifestStore(store).load(key).map(ManifestStore.Entry.Readable::manifest);
    Optional<ManifestContent.Derived> derived = manifest.flatMap(Manifest::derived);
    TombstoneIndex.Seen known = seen.get(planned.unit());
    if (derived.isEmpty() || known == null || !known.isOf(manifest.get()) || known.clean() < list) {
      return Optional.empty();
    }
    boolean rewritten = derived.get().generation().number() > planned.generation();
    return Optional.of(
        planned.ended(
            rewritten ? EraseLedger.Unit.Outcome.ERASED : EraseLedger.Unit.Outcome.NOTHING,
            derived.get().counts().erased()));
  }
}

package io.stockpile.pipeline.erase;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.erase.text.ErasedIds;
import io.stockpile.pipeline.tombstones.TombstoneIndex;
import io.stockpile.pipeline.tombstones.TombstoneStore;
import java.io.IOException;
import java.util.Optional;

/**
 * What is to be gone of an archive, as it says itself. Looks whenever it is asked, and reads the
 * ids again only when they have changed. Thread-safe.
 */
public final class IdsToErase {
  private final TombstoneStore tombstones;
  private Optional<Known> known = Optional.empty();

  private record Known(String path, ErasedIds ids) {}

  public IdsToErase(ObjectStore store) {
    this.tombstones = new TombstoneStore(store);
  }

  /**
   * The ids at this moment.
   *
   * @throws IOException when they cannot be read; that their list was replaced in the middle of it
   *     is no such case
   */
  public synchronized ErasedIds now() throws IOException {
    TombstoneIndex index = tombstones.index().index();
    while (known.isEmpty() || !known.get().path().equals(index.path())) {
      try {
        known = Optional.of(new Known(index.path(), tombstones.list(index).inForce()));
      } catch (IOException e) {
        TombstoneIndex newer = tombstones.index().index();
        if (newer.path().equals(index.path())) {
          throw e;
        }
        index = newer;
      }
    }
    return known.get().ids();
  }

  /**
   * The ids at this moment, when they are others than these.
   *
   * @param ids that were given out before
   */
  public Optional<ErasedIds> otherThan(ErasedIds ids) throws IOException {
    return Optional.of(now()).filter(at -> at != ids);
  }
}

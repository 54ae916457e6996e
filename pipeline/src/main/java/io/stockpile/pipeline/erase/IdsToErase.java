package io.stockpile.pipeline.erase;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.erase.text.ErasedIds;
import io.stockpile.pipeline.erase.tombstones.TombstoneIndex;
import io.stockpile.pipeline.erase.tombstones.TombstoneStore;
import java.io.IOException;
import java.util.Optional;

/**
 * The ids that are to be erased from an archive, read from its {@code _tombstones}. Each call reads
 * the small index; the ids themselves are read again only when the index has changed. Thread-safe.
 */
public final class IdsToErase {
  private final TombstoneStore tombstones;
  private Optional<Known> known = Optional.empty();

  private record Known(String path, ErasedIds ids) {}

  public IdsToErase(ObjectStore store) {
    this.tombstones = new TombstoneStore(store);
  }

  /**
   * The ids now.
   *
   * @throws IOException when they cannot be read. If another process replaces the list meanwhile,
   *     the new one is read
   */
  public synchronized ErasedIds now() throws IOException {
    TombstoneIndex index = tombstones.index().index();
    while (known.isEmpty() || !known.get().path().equals(index.path())) {
      try {
        known = Optional.of(new Known(index.path(), tombstones.ids(index)));
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
   * The ids now, if they have changed; otherwise empty.
   *
   * @param ids what an earlier call returned
   */
  public Optional<ErasedIds> otherThan(ErasedIds ids) throws IOException {
    return Optional.of(now()).filter(at -> at != ids);
  }
}

package io.stockpile.pipeline.jobs.erase;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.erase.tombstones.TombstoneIds;
import io.stockpile.pipeline.erase.tombstones.TombstoneIndex;
import io.stockpile.pipeline.erase.tombstones.TombstoneStore;
import io.stockpile.pipeline.jobs.erase.search.UnitProof;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.SourceCatalog;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Proves that nothing is left of the erased ids. It looks at the tables (columns of ids, and
 * records that are kept as JSON), at the rejected lines and at the lines of the landed bytes.
 */
public final class ErasedProof {
  private final ObjectStore store;
  private final SourceCatalog sources;
  private final TombstoneIndex index;
  private final TombstoneIds ids;

  private ErasedProof(
      ObjectStore store, SourceCatalog sources, TombstoneIndex index, TombstoneIds ids) {
    this.store = store;
    this.sources = sources;
    this.index = index;
    this.ids = ids;
  }

  /**
   * Reads the ids to erase.
   *
   * @param sources whose units the archive may hold
   */
  public static ErasedProof of(ObjectStore store, SourceCatalog sources) throws IOException {
    TombstoneStore tombstones = new TombstoneStore(store);
    TombstoneIndex index = tombstones.index().index();
    return new ErasedProof(store, sources, index, tombstones.list(index).inForce());
  }

  /**
   * What a unit still contains, a line for each file; empty when it contains none of the ids.
   * Thread-safe.
   */
  public List<String> differences(Manifest manifest) throws InterruptedException {
    Optional<ManifestContent.Derived> derived = manifest.derived();
    if (ids.isEmpty() || derived.isEmpty()) {
      return List.of();
    }
    return new UnitProof(store, sources.form(manifest.unit().source()), ids)
        .differences(derived.get());
  }

  /** What landed objects still contain that no manifest names, a line for each object. */
  public List<String> unbuilt(List<Manifest> built) throws IOException {
    return new UnbuiltLanding(store, sources, ids)
        .find(built.stream()).stream()
            .map(
                found ->
                    found.key() + ", of no unit that was built, " + found.problem() + "; run erase")
            .toList();
  }

  /** A sentence that says what was proven. */
  public String proven() {
    long count = index.ids().values().stream().mapToLong(Long::longValue).sum();
    return index.list() == 0
        ? "Nothing was ever erased of this archive."
        : "Looked for the "
            + HumanText.count(count, "id")
            + " of list "
            + index.list()
            + " in tables, rejected lines and landed bytes.";
  }
}

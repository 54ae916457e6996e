package io.stockpile.pipeline.jobs.erase;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.erase.tombstones.TombstoneIds;
import io.stockpile.pipeline.erase.tombstones.TombstoneIndex;
import io.stockpile.pipeline.erase.tombstones.TombstoneStore;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.SourceCatalog;
import java.io.IOException;
import java.util.ArrayList;
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
    List<String> lines = new ArrayList<>();
    Optional<ManifestContent.Derived> derived = manifest.derived();
    if (ids.isEmpty() || derived.isEmpty()) {
      return lines;
    }
    ManifestContent.Derived held = derived.get();
    Source.LandedForm form = sources.form(manifest.unit().source());
    IdHits hits = new IdHits(store, form.vocabulary(), ids, IdHits.Look.PROVE);
    for (DataFile file : held.files()) {
      table(hits, file.table(), file.path(), lines);
    }
    if (!held.rejected().none()) {
      table(hits, "rejected", held.rejected().path(), lines);
    }
    LandedHits inLines = new LandedHits(store, form, ids);
    for (LandedFacts landed : held.landed()) {
      landed(inLines, landed, lines);
    }
    return lines;
  }

  private static void table(IdHits hits, String table, String path, List<String> lines) {
    try {
      long rows = hits.rows(table, path);
      if (rows > 0) {
        lines.add(
            path
                + ": "
                + HumanText.count(rows, "row")
                + " still "
                + (rows == 1 ? "has" : "have")
                + " what is to be gone; run erase");
      }
    } catch (IOException | RuntimeException e) {
      lines.add(path + ": cannot be looked through: " + Failures.inOneLine(e));
    }
  }

  private static void landed(LandedHits hits, LandedFacts landed, List<String> lines)
      throws InterruptedException {
    try {
      long left = hits.lines(landed, true);
      if (left > 0) {
        lines.add(
            landed.key()
                + ": "
                + HumanText.count(left, "line")
                + " still "
                + (left == 1 ? "has" : "have")
                + " what is to be gone; run erase");
      }
    } catch (IOException | RuntimeException e) {
      lines.add(landed.key() + ": cannot be looked through: " + Failures.inOneLine(e));
    }
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

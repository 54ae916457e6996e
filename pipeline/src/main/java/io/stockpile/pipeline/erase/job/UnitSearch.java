package io.stockpile.pipeline.erase.job;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.tombstones.TombstoneIds;
import io.stockpile.pipeline.tombstones.TombstoneIndex;
import io.stockpile.pipeline.tombstones.TombstoneList;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Finds the units that hold something that is to be gone. */
final class UnitSearch {
  private static final int READERS = 8;

  private final ObjectStore store;
  private final TombstoneList list;
  private final Map<String, TombstoneIndex.Seen> seen;
  private final Map<Integer, TombstoneIds> since = new HashMap<>();

  /**
   * @param seen up to which list a generation of a unit is known to hold nothing of it
   */
  UnitSearch(ObjectStore store, TombstoneList list, Map<String, TombstoneIndex.Seen> seen) {
    this.store = store;
    this.list = list;
    this.seen = seen;
  }

  /**
   * A unit that holds something.
   *
   * @param rows how many rows of its tables; 1 when they were not counted
   */
  record Found(ManifestStore.Entry.Readable entry, long rows) {

    Manifest manifest() {
      return entry.manifest();
    }

    long bytes() {
      ManifestContent.Derived held = entry.manifest().derived().orElseThrow();
      return held.derivedBytes() + held.landed().stream().mapToLong(part -> part.bytes()).sum();
    }
  }

  /**
   * Looks at units whose tables were built; of those that are known to be clean at nothing.
   *
   * @param count whether all rows are to be counted
   * @return those that hold something, in the given order
   */
  List<Found> find(List<ManifestStore.Entry.Readable> entries, boolean count) throws IOException {
    List<Callable<Long>> looks = new ArrayList<>();
    for (ManifestStore.Entry.Readable entry : entries) {
      Manifest manifest = entry.manifest();
      TombstoneIds ids = idsFor(manifest);
      looks.add(
          () ->
              ids.isEmpty()
                  ? 0L
                  : rows(
                      manifest,
                      new IdHits(store, ids, count ? IdHits.Look.COUNT : IdHits.Look.FIND),
                      count));
    }
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<Long>> rows = readers.invokeAll(looks);
      List<Found> found = new ArrayList<>();
      for (int at = 0; at < rows.size(); at++) {
        long hits = rows.get(at).get();
        if (hits > 0) {
          found.add(new Found(entries.get(at), hits));
        }
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while the tables were looked through");
    } catch (ExecutionException e) {
      throw new IOException("The tables cannot be looked through: " + e.getCause().getMessage(), e);
    } finally {
      readers.shutdownNow();
    }
  }

  private TombstoneIds idsFor(Manifest manifest) {
    TombstoneIndex.Seen known = seen.get(manifest.unit().name());
    boolean counts = known != null && known.isOf(manifest);
    return since.computeIfAbsent(counts ? known.clean() : 0, list::inForceSince);
  }

  private static long rows(Manifest manifest, IdHits hits, boolean count) throws IOException {
    ManifestContent.Derived held = manifest.derived().orElseThrow();
    long rows = 0;
    for (DataFile file : held.files()) {
      rows += hits.rows(file.table(), file.path());
      if (rows > 0 && !count) {
        return rows;
      }
    }
    return held.rejected().none() ? rows : rows + hits.rows("rejected", held.rejected().path());
  }
}

package io.stockpile.pipeline.jobs.erase.search;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.erase.tombstones.TombstoneIds;
import io.stockpile.pipeline.erase.tombstones.TombstoneIndex;
import io.stockpile.pipeline.erase.tombstones.TombstoneList;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.SourceCatalog;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Finds the units that contain an id to erase. */
public final class UnitSearch {
  private static final int READERS = 8;

  private final ObjectStore store;
  private final SourceCatalog sources;
  private final TombstoneList list;
  private final Map<String, TombstoneIndex.Seen> seen;
  private final Map<Integer, TombstoneIds> since = new HashMap<>();

  /**
   * @param sources whose units the archive may hold
   * @param seen by unit, up to which list its generation is known to contain none of the ids
   */
  public UnitSearch(
      ObjectStore store,
      SourceCatalog sources,
      TombstoneList list,
      Map<String, TombstoneIndex.Seen> seen) {
    this.store = store;
    this.sources = sources;
    this.list = list;
    this.seen = seen;
  }

  /**
   * A unit that contains an id.
   *
   * @param rows how many rows of its tables contain one, or lines if no row does; 1 when they were
   *     not counted
   */
  public record Found(ManifestStore.Entry.Readable entry, long rows) {

    public Manifest manifest() {
      return entry.manifest();
    }

    public long bytes() {
      ManifestContent.Derived held = entry.manifest().derived().orElseThrow();
      return held.derivedBytes() + held.landed().stream().mapToLong(part -> part.bytes()).sum();
    }
  }

  /**
   * The result of the search.
   *
   * @param found the units that contain an id, in the given order
   * @param read of how many units the landed lines were searched as well
   * @param readBytes the size of these lines in bytes
   */
  public record Result(List<Found> found, int read, long readBytes) {}

  /**
   * The result for one unit.
   *
   * @param rows how many rows, or lines, contain an id
   * @param readBytes bytes of landed lines that were searched; below 0 when none were
   */
  private record Shown(long rows, long readBytes) {
    static final Shown NOTHING = new Shown(0, -1);
  }

  /**
   * Searches units that have tables, except those known to be free of the listed ids. If the tables
   * contain none, but some lines of the unit are in none of its files, the landed lines are
   * searched too.
   *
   * @param count whether to count all rows and lines
   */
  public Result find(List<ManifestStore.Entry.Readable> entries, boolean count) throws IOException {
    List<Callable<Shown>> looks = new ArrayList<>();
    for (ManifestStore.Entry.Readable entry : entries) {
      Manifest manifest = entry.manifest();
      TombstoneIds ids = idsFor(manifest);
      looks.add(() -> ids.isEmpty() ? Shown.NOTHING : look(manifest, ids, count));
    }
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<Shown>> shown = readers.invokeAll(looks);
      List<Found> found = new ArrayList<>();
      int read = 0;
      long readBytes = 0;
      for (int at = 0; at < shown.size(); at++) {
        Shown unit = shown.get(at).get();
        if (unit.rows() > 0) {
          found.add(new Found(entries.get(at), unit.rows()));
        }
        read += unit.readBytes() < 0 ? 0 : 1;
        readBytes += Math.max(0, unit.readBytes());
      }
      return new Result(found, read, readBytes);
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

  private Shown look(Manifest manifest, TombstoneIds ids, boolean count)
      throws IOException, InterruptedException {
    ManifestContent.Derived held = manifest.derived().orElseThrow();
    Source.LandedForm form = sources.form(manifest.unit().source());
    boolean others = held.otherIds().map(noted -> noted.ids().anyMatch(ids::any)).orElse(true);
    IdHits.Look look = count ? IdHits.Look.COUNT : IdHits.Look.FIND;
    IdHits hits = new IdHits(store, form.vocabulary(), ids, look, others);
    long rows = rows(held, hits, others, count);
    if (rows > 0 || !others || !LandedHits.hasMoreThanFiles(held)) {
      return new Shown(rows, -1);
    }
    LandedHits inLines = new LandedHits(store, form, ids);
    long lines = 0;
    long bytes = 0;
    for (LandedFacts landed : held.landed()) {
      if (lines == 0 || count) {
        lines += lines(inLines, landed, count);
        bytes += landed.uncompressedBytes();
      }
    }
    return new Shown(lines, bytes);
  }

  /**
   * How many lines of a landed object contain an id. An object that does not exist has none. One
   * that cannot be read counts as one line, so that its unit is built again, which reports what is
   * wrong with it.
   */
  private static long lines(LandedHits hits, LandedFacts landed, boolean count)
      throws InterruptedException {
    try {
      return hits.lines(landed, count);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException | RuntimeException e) {
      return 1;
    }
  }

  /**
   * @param others whether lines that are not rows may contain an id
   */
  private static long rows(ManifestContent.Derived held, IdHits hits, boolean others, boolean count)
      throws IOException {
    long rows = 0;
    for (DataFile file : held.files()) {
      rows += hits.rows(file.table(), file.path());
      if (rows > 0 && !count) {
        return rows;
      }
    }
    return held.rejected().none() || !others
        ? rows
        : rows + hits.rows("rejected", held.rejected().path());
  }
}

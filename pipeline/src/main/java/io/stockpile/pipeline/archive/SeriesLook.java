package io.stockpile.pipeline.archive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run's one look at what a series holds, and the mark that says whose look was the last.
 *
 * <p>No instant of a series may be held by two units, and runs may work on one series at the same
 * time. To read all manifests before each commit would see to it, and would cost the more the more
 * are held. So a run puts its mark, then looks, and knows which of its units nothing is in the way
 * of. A commit of one of those is claimed first and reads the mark afterwards. While the mark
 * stands, no other run has looked since, and whatever else is committed was claimed before this
 * run's look and seen by it. A commit whose run's mark does not stand takes the mark away, so that
 * nobody relies on an older look any more, and looks for itself.
 */
public final class SeriesLook {
  private static final String PREFIX = "_looks/";
  private static final int PATIENCE = 10;

  private final ObjectStore store;
  private final String run;
  private final String series;

  /**
   * @param run a name of the run, unlike any other's; it looks once at a series
   */
  public SeriesLook(ObjectStore store, String run, String series) {
    this.store = store;
    this.run = run;
    this.series = series;
  }

  private String key() {
    return PREFIX + series + ".txt";
  }

  /**
   * Puts the mark and looks.
   *
   * @param units of the series, all that the run is going to commit
   * @return the names of those that have no instant in common with another unit that is held, is
   *     being committed, or is one of them
   */
  public Set<String> take(Collection<? extends ArchiveUnit> units) throws IOException {
    if (units.isEmpty() || !mark()) {
      return Set.of();
    }
    List<UnitCoverage> all = new ArrayList<>();
    Set<String> alone = new HashSet<>();
    Set<String> own = new HashSet<>();
    for (ArchiveUnit unit : units) {
      all.add(UnitCoverage.of(unit));
      alone.add(unit.name());
      own.add(unit.manifestKey());
    }
    UnitCoverage range = all.stream().reduce(UnitCoverage::hull).orElseThrow();
    // Commits before manifests: one that ends in between has its manifest by then.
    for (IntentStore.Entry entry : new IntentStore(store).overlapping(range)) {
      UnitCoverage other = entry.intent().unit();
      if (!alone.contains(other.name())) {
        all.add(other);
      }
    }
    for (StoredObject manifest : store.list(ManifestStore.PREFIX + series + "/")) {
      if (own.contains(manifest.key())) {
        continue;
      }
      Optional<LabelSpan> span = LabelSpan.of(manifest.key());
      if (span.isEmpty()) {
        return Set.of();
      }
      all.add(span.get().coverage(manifest.key(), range));
    }
    for (UnitCoverage.Overlap overlap : UnitCoverage.overlapsOf(all)) {
      alone.remove(overlap.earlier().name());
      alone.remove(overlap.later().name());
    }
    return Set.copyOf(alone);
  }

  private boolean mark() throws IOException {
    byte[] mark = run.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < PATIENCE; round++) {
      try {
        Optional<Versioned> there = store.readVersioned(key());
        if (there.isPresent()) {
          store.putIfUnchanged(key(), mark, there.get().version());
        } else {
          store.putIfAbsent(key(), mark);
        }
        return true;
      } catch (PreconditionFailedException e) {
        // Another run put its own; the last one counts.
      }
    }
    return false;
  }

  /** Whether no other run has looked at the series since this one did. */
  boolean stands() throws IOException {
    return store
        .readVersioned(key())
        .filter(mark -> new String(mark.content(), StandardCharsets.UTF_8).equals(run))
        .isPresent();
  }

  /** From now on no run relies on what it has seen of the series before. */
  void revoke() throws IOException {
    store.delete(key());
  }

  /** Removes the run's own mark when its work has ended. */
  public void end() throws IOException {
    if (stands()) {
      revoke();
    }
  }
}
